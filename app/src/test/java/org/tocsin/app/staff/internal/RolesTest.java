package org.tocsin.app.staff.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.tocsin.app.foundation.Packs.PackException;
import org.tocsin.app.foundation.Permission;
import org.tocsin.app.foundation.Problem;
import org.tocsin.app.foundation.ProblemCode;
import org.tocsin.app.staff.internal.Roles.Role;
import org.tocsin.app.staff.internal.Roles.SecondFactor;

class RolesTest {
  private static final List<Permission> ADMINISTRATIVE =
      List.of(
          Permission.STAFF_READ,
          Permission.STAFF_MANAGE,
          Permission.SECURITY_MANAGE,
          Permission.AUDIT_READ,
          Permission.AUDIT_EXPORT);

  private static Role role(
      String code, @Nullable Boolean administrator, SecondFactor factor, Permission... may) {
    return new Role(code, code, code, administrator, factor, Set.of(may));
  }

  private static List<String> defects(Role... roles) {
    return Roles.defects(new Roles.Pack(ADMINISTRATIVE, List.of(roles)));
  }

  private static final Role SYSTEM =
      role("system", true, SecondFactor.REQUIRED, Permission.STAFF_MANAGE);
  private static final Role SECURITY =
      role("security", true, SecondFactor.REQUIRED, Permission.SECURITY_MANAGE);
  private static final Role AUDIT =
      role("audit", true, SecondFactor.REQUIRED, Permission.AUDIT_EXPORT);
  private static final Role DISPATCHER =
      role("dispatcher", null, SecondFactor.OPTIONAL, Permission.DISPATCH);

  @Test
  void aSoundPackHasNoDefects() {
    assertThat(defects(SYSTEM, SECURITY, AUDIT, DISPATCHER)).isEmpty();
  }

  @Test
  void everyBreachOfTheSeparationIsNamed() {
    assertThat(
            defects(
                role(
                    "system",
                    true,
                    SecondFactor.REQUIRED,
                    Permission.STAFF_MANAGE,
                    Permission.DISPATCH),
                SECURITY,
                AUDIT))
        .containsExactly("administrator system carries operational [DISPATCH]");
    assertThat(
            defects(
                SYSTEM,
                SECURITY,
                AUDIT,
                role("boss", null, SecondFactor.OPTIONAL, Permission.SECURITY_MANAGE)))
        .containsExactly(
            "boss may administer but is not an administrator",
            "SECURITY_MANAGE must lie with exactly one role");
    assertThat(
            defects(
                SYSTEM,
                role("security", true, SecondFactor.OPTIONAL, Permission.SECURITY_MANAGE),
                AUDIT))
        .containsExactly("administrator security needs a second factor");
    assertThat(defects(SYSTEM, SECURITY, AUDIT, DISPATCHER, DISPATCHER))
        .containsExactly("a role code stands twice");
    assertThat(defects(SYSTEM, SECURITY)).hasSize(1);
  }

  @Test
  void anInstanceDoesNotStartWithSuchAPack() {
    assertThatThrownBy(() -> new Roles(new Roles.Pack(ADMINISTRATIVE, List.of(DISPATCHER))))
        .isInstanceOf(PackException.class);
  }

  @Test
  void administratorsMeetNoOtherRole() {
    Roles roles =
        new Roles(new Roles.Pack(ADMINISTRATIVE, List.of(SYSTEM, SECURITY, AUDIT, DISPATCHER)));
    roles.check(Set.of("dispatcher"));
    roles.check(Set.of("audit"));
    roles.check(Set.of());
    for (Set<String> together :
        List.of(
            Set.of("system", "security"),
            Set.of("system", "audit"),
            Set.of("audit", "security"),
            Set.of("audit", "dispatcher"))) {
      assertThatThrownBy(() -> roles.check(together))
          .isInstanceOfSatisfying(
              Problem.class, p -> assertThat(p.code()).isEqualTo(ProblemCode.ROLES_KEPT_APART));
    }
    assertThat(roles.permissions(Set.of("dispatcher", "gone")))
        .containsExactly(Permission.DISPATCH);
  }
}
