package org.tocsin.app.staff;

import java.util.Map;
import java.util.Set;
import org.tocsin.app.foundation.Text;
import org.tocsin.kernel.OfficerId;

/**
 * Which roles an officer holds: for rooms whose own configuration says which role does what, such
 * as declared matters. What an actor may do with the API as a whole stays a matter of permissions.
 */
public interface HeldRoles {
  /** The codes of the roles an officer holds now; none if the account is shut or unknown. */
  Set<String> of(OfficerId id);

  /** All roles of this installation with their names, in the order of the pack. */
  Map<String, Text> names();
}
