"""The pages of e-mail alerts. They set no cookie and need none: see `limits` and `links`."""

from __future__ import annotations

from collections.abc import Callable
from functools import wraps
from typing import Any
from uuid import UUID

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.csrf import csrf_exempt
from django.views.decorators.http import require_http_methods, require_safe

from pressroom.core.dates.days import interface_language
from pressroom.delivery import links, refusals, signup
from pressroom.delivery.forms import SubscribeForm, WishForm
from pressroom.delivery.limits import from_here, too_often
from pressroom.delivery.models import LONGEST_QUERY, Subscriber, Subscription
from pressroom.delivery.questions import parts, text_of, words_of
from pressroom.site.asking import Question, asked

View = Callable[..., HttpResponse]
KEPT_NOWHERE = "no-store, private"
TOO_MANY = 429
REFUSED = 403


def private(view: View) -> View:
    """Pages behind a signed link: kept nowhere, and their address is told to no other site.

    The link is what gives leave to act, so these pages need no token against forged requests.
    """

    @csrf_exempt
    @require_http_methods(["GET", "HEAD", "POST"])
    @wraps(view)
    def answer(request: HttpRequest, token: str) -> HttpResponse:
        response = view(request, token)
        response["Cache-Control"] = KEPT_NOWHERE
        response["Referrer-Policy"] = "same-origin"
        return response

    return answer


@csrf_exempt
@require_http_methods(["GET", "HEAD", "POST"])
def subscribe(request: HttpRequest) -> HttpResponse:
    """The form for the question in the address: `?topic=…`. The page is the same for everybody."""
    question = asked(request.GET)
    if request.method != "POST":
        started = SubscribeForm(initial={"frequency": "immediate", "language": interface_language()})
        return form_page(request, question, started)
    form = SubscribeForm(request.POST)
    refusal, status = refused(request, question)
    if refusal:
        form.add_error(None, refusal)
    if not form.is_valid():
        return form_page(request, question, form, status)
    signup.ask(query=text_of(question), **form.cleaned_data)
    return redirect("site:alerts_asked")


def refused(request: HttpRequest, question: Question) -> tuple[str, int]:
    """Why this is not taken, whatever is typed; the status says the same."""
    if not from_here(request):
        return _("Formulir ini dikirim dari situs lain. Isilah di halaman ini."), REFUSED
    if too_often(request):
        return _("Terlalu banyak permintaan dari jaringan Anda. Coba lagi satu jam lagi."), TOO_MANY
    if len(text_of(question)) > LONGEST_QUERY:
        return _("Saringan ini terlalu panjang untuk dilanggani. Hapus sebagian."), 400
    return "", 400


def form_page(
    request: HttpRequest, question: Question, form: SubscribeForm, status: int = 200
) -> HttpResponse:
    context = {"form": form, "question": question, "parts": removable(question)}
    response = render(request, "delivery/subscribe.html", context, status=status)
    if form.is_bound:
        response["Cache-Control"] = KEPT_NOWHERE
    return response


def removable(question: Question) -> list[tuple[str, str]]:
    """What is asked in words, each with the question that is left without it."""
    return [(words, question.query(**{name: None})) for name, words in parts(question)]


@require_safe
def asked_page(request: HttpRequest) -> HttpResponse:
    return render(request, "delivery/asked.html")


@private
def confirm(request: HttpRequest, token: str) -> HttpResponse:
    """A button: what follows links to look for viruses presses none."""
    subscription = subscription_of(links.CONFIRM, token)
    if subscription is None:
        return unknown(request)
    if request.method == "POST":
        signup.confirm(subscription)
        subscription.refresh_from_db()
    return render(request, "delivery/confirm.html", said_of(subscription))


@private
def leave(request: HttpRequest, token: str) -> HttpResponse:
    """Leaving by one click (RFC 8058): mail programs post here, with neither cookie nor page."""
    subscription = subscription_of(links.LEAVE, token)
    if subscription is None:
        return left(request) if links.uid_of(links.LEAVE, token) else unknown(request)
    if request.method == "POST":
        signup.leave(subscription)
        return left(request)
    return render(request, "delivery/leave.html", said_of(subscription))


@private
def manage(request: HttpRequest, token: str) -> HttpResponse:
    """Every subscription of one address: change, leave, erase everything."""
    uid = links.uid_of(links.MANAGE, token)
    subscriber = Subscriber.objects.filter(uid=uid).first() if uid else None
    if subscriber is None:
        return left(request) if uid else unknown(request)
    acts = {"save": save, "leave": leave_one, "resume": write_again, "erase": erase_all}
    answer = acts.get(request.POST.get("do", ""))
    said = answer(request, subscriber) if answer else ""
    subscriber = Subscriber.objects.filter(pk=subscriber.pk).first()
    if subscriber is None:
        return left(request)
    confirmed = subscriber.subscriptions.confirmed().select_related("subscriber").order_by("id")
    shown = [{**said_of(one), "form": form_of(one)} for one in confirmed]
    context = {"subscriber": subscriber, "subscriptions": shown, "said": said}
    return render(request, "delivery/manage.html", context)


def save(request: HttpRequest, subscriber: Subscriber) -> str:
    subscription, form = chosen(request, subscriber), WishForm(request.POST)
    if subscription is None or not form.is_valid():
        return ""
    if signup.change(subscription, **form.cleaned_data):
        return _("Perubahan disimpan.")
    return _("Anda sudah berlangganan hal ini dalam bahasa itu.")


def leave_one(request: HttpRequest, subscriber: Subscriber) -> str:
    if subscription := chosen(request, subscriber):
        signup.leave(subscription)
    return _("Langganan itu berakhir.")


def write_again(request: HttpRequest, subscriber: Subscriber) -> str:
    refusals.resume(subscriber)
    return _("Kami menulis lagi ke alamat ini, tentang apa yang terbit mulai sekarang.")


def erase_all(request: HttpRequest, subscriber: Subscriber) -> str:
    signup.erase(Subscriber.objects.get(pk=subscriber.pk))
    return ""


def chosen(request: HttpRequest, subscriber: Subscriber) -> Subscription | None:
    """The subscription that a form on the page is about, if it is one of this address."""
    try:
        uid = UUID(hex=request.POST.get("which", ""))
    except ValueError:
        return None
    return subscriber.subscriptions.confirmed().select_related("subscriber").filter(uid=uid).first()


def form_of(subscription: Subscription) -> WishForm:
    given = {"frequency": subscription.frequency, "language": subscription.language}
    return WishForm(initial=given, auto_id=f"{subscription.uid.hex}-%s")


def subscription_of(purpose: str, token: str) -> Subscription | None:
    uid = links.uid_of(purpose, token)
    return Subscription.objects.select_related("subscriber").filter(uid=uid).first() if uid else None


def said_of(subscription: Subscription) -> dict[str, Any]:
    return {
        "subscription": subscription,
        "question": words_of(subscription.query),
        "manage": links.path(links.MANAGE, subscription.subscriber.uid, interface_language()),
    }


def left(request: HttpRequest) -> HttpResponse:
    return render(request, "delivery/left.html")


def unknown(request: HttpRequest) -> HttpResponse:
    """The same for a link that is too old and for one that never was."""
    return render(request, "delivery/unknown.html", status=404)
