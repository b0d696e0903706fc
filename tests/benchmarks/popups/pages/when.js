function when(start){var on=$trigger,ran=false;function once(){if(!ran){ran=true;start()}}
 if(on.type==='delay')setTimeout(once,on.ms);
 else if(on.type==='load'){if(document.readyState==='loading')document.addEventListener('DOMContentLoaded',once);else once()}
 else if(on.type==='scroll')addEventListener('scroll',function(){if(document.scrollingElement.scrollTop>=on.y*0.8)once()},{passive:true});
 else if(on.type==='exit-intent')document.documentElement.addEventListener('mouseleave',function(e){if(e.clientY<=20)once()});
 else if(on.type==='click')document.querySelector(on.selector).addEventListener('click',function(e){e.preventDefault();start()})}
