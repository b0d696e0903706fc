"""Payment by bank card, the step that oscar leaves to each shop. Nothing is charged."""

from oscar.apps.checkout import views
from oscar.apps.payment.forms import BankcardForm
from oscar.apps.payment.models import Source, SourceType


class PaymentDetailsView(views.PaymentDetailsView):
    """Asks for a card and has the preview page send it once more, hidden, so that it is kept nowhere."""

    def get_context_data(self, **kwargs):
        if not self.preview:
            kwargs.setdefault("card", BankcardForm())
        return super().get_context_data(**kwargs)

    def handle_payment_details_submission(self, request):
        card = BankcardForm(request.POST)
        show = self.render_preview if card.is_valid() else self.render_payment_details
        return show(request, card=card)

    def handle_place_order_submission(self, request):
        card = BankcardForm(request.POST)
        if card.is_valid():
            return super().handle_place_order_submission(request)
        return self.render_payment_details(request, card=card)

    def handle_payment(self, order_number, total, **kwargs):
        kind, _ = SourceType.objects.get_or_create(name="Bank card")
        self.add_payment_source(
            Source(source_type=kind, currency=total.currency, amount_allocated=total.incl_tax, reference=order_number)
        )
        self.add_payment_event("Authorised", total.incl_tax, reference=order_number)
