package org.tocsin.app.intake.internal;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.tocsin.app.foundation.Actor;
import org.tocsin.app.foundation.Numbers;
import org.tocsin.app.foundation.Problem;
import org.tocsin.app.intake.CallDraft;
import org.tocsin.app.intake.CallState;
import org.tocsin.app.intake.CallView;
import org.tocsin.app.intake.Limits;
import org.tocsin.app.intake.NewSignal;
import org.tocsin.app.intake.PhoneNumber;
import org.tocsin.app.intake.Place;
import org.tocsin.app.intake.Places;
import org.tocsin.app.staff.Agencies;
import org.tocsin.kernel.AgencyId;
import org.tocsin.kernel.InstanceClock;
import org.tocsin.kernel.SignalId;

/** Checks what arrives and makes a call of it, with the form filled in as far as it is known. */
@Component
class Arrival {
  private final Numbers numbers;
  private final Places places;
  private final Agencies agencies;
  private final ChannelPack channels;
  private final InstanceClock clock;

  Arrival(
      Numbers numbers,
      Places places,
      Agencies agencies,
      ChannelPack channels,
      InstanceClock clock) {
    this.numbers = numbers;
    this.places = places;
    this.agencies = agencies;
    this.channels = channels;
    this.clock = clock;
  }

  CallView received(NewSignal in, Actor actor) {
    Instant now = clock.instant();
    // A call rings where its taker works; a partner's or the exercise's rings at the top.
    AgencyId agency = actor.agency() != null ? actor.agency() : agencies.root().id();
    CallDraft draft = draft(in);
    String callback = number(in.callbackNumber());
    String caller = Limits.optional("callerName", in.callerName(), Limits.NAME);
    String text = Limits.optional("text", in.text(), Limits.NARRATIVE);
    String ref = Limits.optional("externalRef", in.externalRef(), Limits.NAME);
    return new CallView(
        SignalId.next(),
        numbers.next("call", LocalDate.ofInstant(now, clock.getZone())),
        in.channel(),
        CallState.RINGING,
        callback,
        caller,
        text,
        ref,
        now,
        null,
        null,
        draft,
        null,
        null,
        agency,
        actor.exercise(),
        1,
        now);
  }

  private CallDraft draft(NewSignal in) {
    Place place = places.at(in.lat(), in.lon());
    String address = Limits.text("addressText", in.addressText(), Limits.ADDRESS).strip();
    if (place != null && !address.isEmpty()) {
      place = new Place(address, place.lat(), place.lon(), null, place.precinct());
    }
    String type = Limits.optional("typeCode", in.typeCode(), Limits.CODE);
    return new CallDraft(
        address,
        place,
        type == null ? channels.typeOf(in.channel()).orElse(null) : type,
        null,
        Limits.text("text", in.text(), Limits.NARRATIVE).strip(),
        Map.of());
  }

  private static @Nullable String number(@Nullable String written) {
    String text = Limits.optional("callbackNumber", written, 40);
    if (text == null) {
      return null;
    }
    return PhoneNumber.parse(text)
        .orElseThrow(() -> Problem.invalid("callbackNumber", "format", "***"))
        .value();
  }
}
