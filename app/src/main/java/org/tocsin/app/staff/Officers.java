package org.tocsin.app.staff;

import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.tocsin.kernel.AgencyId;
import org.tocsin.kernel.OfficerId;

/** Officers and who of them is on duty: the door for other rooms. */
public interface Officers {
  /** The officer, also one who has left (records keep naming them). */
  Optional<Officer> find(OfficerId id);

  /** The officers among these ids that exist. */
  Map<OfficerId, Officer> findAll(Collection<OfficerId> ids);

  /** The shifts that run at that instant in these agencies, by their start. */
  List<DutyShift> onDuty(Collection<AgencyId> agencies, Instant at);
}
