package org.tocsin.app.staff.internal;

import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;
import org.tocsin.app.foundation.Scope;
import org.tocsin.app.staff.DutyShift;
import org.tocsin.app.staff.Officer;
import org.tocsin.app.staff.Officers;
import org.tocsin.kernel.AgencyId;
import org.tocsin.kernel.OfficerId;

/** Officers for other rooms. */
@Component
class OfficerDirectory implements Officers {
  private final OfficerStore officers;
  private final DutyStore duty;

  OfficerDirectory(OfficerStore officers, DutyStore duty) {
    this.officers = officers;
    this.duty = duty;
  }

  @Override
  public Optional<Officer> find(OfficerId id) {
    return officers.find(id, Scope.all()).map(OfficerRecord::officer);
  }

  @Override
  public Map<OfficerId, Officer> findAll(Collection<OfficerId> ids) {
    return officers.findAll(ids).stream()
        .collect(Collectors.toMap(Officer::id, Function.identity()));
  }

  @Override
  public List<DutyShift> onDuty(Collection<AgencyId> agencies, Instant at) {
    return duty.running(Scope.of(agencies), at);
  }
}
