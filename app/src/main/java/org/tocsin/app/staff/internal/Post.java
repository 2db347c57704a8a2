package org.tocsin.app.staff.internal;

import org.tocsin.app.staff.PostId;
import org.tocsin.kernel.AgencyId;

/** A place that is manned by turns: a front desk, a patrol beat, the watch room. */
public record Post(PostId id, AgencyId agencyId, String nameZh, String nameEn) {}
