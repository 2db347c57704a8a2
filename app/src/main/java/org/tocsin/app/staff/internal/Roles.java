package org.tocsin.app.staff.internal;

import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.stereotype.Component;
import org.tocsin.app.foundation.Packs;
import org.tocsin.app.foundation.Packs.PackException;
import org.tocsin.app.foundation.Permission;
import org.tocsin.app.foundation.Problem;
import org.tocsin.app.foundation.ProblemCode;

/**
 * The roles of {@code packs/roles.yaml} and the rules for giving them: the three administrators are
 * three people, and none of them does operational work.
 */
@Component
public class Roles {
  /** Whether a role can be used without a one-time code. */
  public enum SecondFactor {
    REQUIRED,
    OPTIONAL
  }

  /**
   * One role.
   *
   * @param administrator one of the three that must be different people
   */
  public record Role(
      String code,
      String zh,
      String en,
      @Nullable Boolean administrator,
      SecondFactor secondFactor,
      Set<Permission> permissions) {
    public Role {
      permissions = Set.copyOf(permissions);
    }

    /** Whether this is one of the three administrators. */
    public boolean isAdministrator() {
      return Boolean.TRUE.equals(administrator);
    }
  }

  record Pack(List<Permission> administrative, List<Role> roles) {}

  private final Map<String, Role> byCode = new LinkedHashMap<>();

  @Autowired
  Roles(Packs packs) {
    this(packs.read("roles.yaml", Pack.class));
  }

  Roles(Pack pack) {
    List<String> defects = defects(pack);
    if (!defects.isEmpty()) {
      throw new PackException("packs/roles.yaml: " + String.join("; ", defects));
    }
    pack.roles().forEach(role -> byCode.put(role.code(), role));
  }

  /** What is wrong with the pack, in words; empty if nothing is. */
  static List<String> defects(Pack pack) {
    List<String> defects = new ArrayList<>();
    Set<Permission> administrative = Set.copyOf(pack.administrative());
    if (pack.roles().stream().map(Role::code).distinct().count() < pack.roles().size()) {
      defects.add("a role code stands twice");
    }
    for (Role role : pack.roles()) {
      Set<Permission> operational = copy(role.permissions());
      operational.removeAll(administrative);
      if (role.isAdministrator() && !operational.isEmpty()) {
        defects.add("administrator " + role.code() + " carries operational " + operational);
      }
      if (role.isAdministrator() && role.secondFactor() != SecondFactor.REQUIRED) {
        defects.add("administrator " + role.code() + " needs a second factor");
      }
      if (!role.isAdministrator() && mayAdminister(role.permissions())) {
        defects.add(role.code() + " may administer but is not an administrator");
      }
    }
    defects.addAll(sharedPowers(pack.roles()));
    return defects;
  }

  private static boolean mayAdminister(Set<Permission> permissions) {
    return permissions.contains(Permission.STAFF_MANAGE)
        || permissions.contains(Permission.SECURITY_MANAGE);
  }

  /** Each administrative power lies with one administrator only. */
  private static List<String> sharedPowers(List<Role> roles) {
    return List.of(Permission.STAFF_MANAGE, Permission.SECURITY_MANAGE, Permission.AUDIT_EXPORT)
        .stream()
        .filter(power -> roles.stream().filter(r -> r.permissions().contains(power)).count() != 1)
        .map(power -> power + " must lie with exactly one role")
        .toList();
  }

  private static Set<Permission> copy(Collection<Permission> permissions) {
    Set<Permission> copy = EnumSet.noneOf(Permission.class);
    copy.addAll(permissions);
    return copy;
  }

  /** All roles in the order of the pack. */
  public List<Role> list() {
    return List.copyOf(byCode.values());
  }

  /** The permissions of these roles together. A role no longer in the pack carries none. */
  public Set<Permission> permissions(Collection<String> roles) {
    Set<Permission> all = EnumSet.noneOf(Permission.class);
    known(roles).forEach(role -> all.addAll(role.permissions()));
    return all;
  }

  /** Whether one of these roles cannot be used without a one-time code. */
  public boolean needSecondFactor(Collection<String> roles) {
    return known(roles).stream().anyMatch(role -> role.secondFactor() == SecondFactor.REQUIRED);
  }

  /** The one role that carries a permission which only one role may carry. */
  Role holderOf(Permission power) {
    return byCode.values().stream()
        .filter(role -> role.permissions().contains(power))
        .findFirst()
        .orElseThrow();
  }

  boolean isAdministrator(String role) {
    return known(List.of(role)).stream().anyMatch(Role::isAdministrator);
  }

  /**
   * Checks that one officer may hold these roles together.
   *
   * @throws Problem INVALID for an unknown role, ROLES_KEPT_APART if they must not meet
   */
  void check(Set<String> roles) {
    for (String role : roles) {
      if (!byCode.containsKey(role)) {
        throw Problem.invalid("roles", "unknown", role);
      }
    }
    List<String> administrators = roles.stream().filter(this::isAdministrator).sorted().toList();
    if (!administrators.isEmpty() && roles.size() > 1) {
      String others =
          roles.stream()
              .filter(r -> !r.equals(administrators.getFirst()))
              .sorted()
              .collect(Collectors.joining(", "));
      throw Problem.refused(ProblemCode.ROLES_KEPT_APART, administrators.getFirst(), others);
    }
  }

  private List<Role> known(Collection<String> roles) {
    return byCode.values().stream().filter(role -> roles.contains(role.code())).toList();
  }
}
