package org.tocsin.matters.flow;

import org.tocsin.kernel.AgencyId;
import org.tocsin.kernel.time.WorkCalendar;

/** The working calendar of each agency. */
@FunctionalInterface
public interface Calendars {
  /** The calendar that counts an agency's working time. */
  WorkCalendar of(AgencyId agency);
}
