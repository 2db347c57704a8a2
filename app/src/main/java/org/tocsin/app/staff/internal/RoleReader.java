package org.tocsin.app.staff.internal;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import org.springframework.stereotype.Component;
import org.tocsin.app.foundation.Text;
import org.tocsin.app.staff.HeldRoles;
import org.tocsin.kernel.OfficerId;

/** Roles for other rooms. */
@Component
class RoleReader implements HeldRoles {
  private final Standings standings;
  private final Roles roles;

  RoleReader(Standings standings, Roles roles) {
    this.standings = standings;
    this.roles = roles;
  }

  @Override
  public Set<String> of(OfficerId id) {
    return standings.find(id).filter(s -> !s.disabled()).map(Standing::roles).orElse(Set.of());
  }

  @Override
  public Map<String, Text> names() {
    Map<String, Text> names = new LinkedHashMap<>();
    roles.list().forEach(r -> names.put(r.code(), new Text(r.zh(), r.en())));
    return names;
  }
}
