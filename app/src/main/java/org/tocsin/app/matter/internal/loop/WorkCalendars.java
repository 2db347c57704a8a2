package org.tocsin.app.matter.internal.loop;

import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;
import org.tocsin.app.foundation.Packs;
import org.tocsin.app.foundation.Packs.PackException;
import org.tocsin.app.staff.Agencies;
import org.tocsin.app.staff.Agency;
import org.tocsin.kernel.AgencyId;
import org.tocsin.kernel.InstanceClock;
import org.tocsin.kernel.time.WorkCalendar;
import org.tocsin.matters.check.CalendarFiles;
import org.tocsin.matters.check.Defect;

/**
 * The working calendar of each agency, from {@code packs/calendars}: the public holidays and
 * make-up days of each year, and working hours, which an agency has from the nearest one above that
 * declares some.
 */
@Component
class WorkCalendars {
  private static final String FOLDER = "calendars";

  private final CalendarFiles files;
  private final Agencies agencies;

  WorkCalendars(Packs packs, Agencies agencies, InstanceClock clock) {
    this.agencies = agencies;
    this.files = CalendarFiles.readTexts(packs.texts(FOLDER), clock.getZone());
    List<Defect> defects = files.defects();
    if (!defects.isEmpty()) {
      throw new PackException(
          "packs/%s: %s"
              .formatted(
                  FOLDER,
                  defects.stream().map(Defect::toString).collect(Collectors.joining("; "))));
    }
  }

  WorkCalendar of(AgencyId agency) {
    if (files.hours().isEmpty()) {
      return files.calendar();
    }
    return Stream.concat(agencies.find(agency).stream(), agencies.ancestors(agency).stream())
        .map(Agency::code)
        .filter(files.hours()::containsKey)
        .findFirst()
        .map(files::of)
        .orElse(files.calendar());
  }
}
