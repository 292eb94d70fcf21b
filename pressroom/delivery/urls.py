"""Included by the public site, below /langganan/, under its name space."""

from django.urls import path
from django.utils.translation import gettext_lazy as _

from pressroom.delivery import views

urlpatterns = [
    path("", views.subscribe, name="alerts"),
    path(_("periksa-surel/"), views.asked_page, name="alerts_asked"),
    path(_("konfirmasi/<str:token>/"), views.confirm, name="alerts_confirm"),
    path(_("atur/<str:token>/"), views.manage, name="alerts_manage"),
    path(_("berhenti/<str:token>/"), views.leave, name="alerts_leave"),
]
