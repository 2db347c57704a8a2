package org.tocsin.app.staff.internal;

import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.tocsin.app.foundation.Acting;
import org.tocsin.app.foundation.Actor;
import org.tocsin.app.foundation.Permission;
import org.tocsin.app.foundation.Problem;
import org.tocsin.app.foundation.ProblemCode;
import org.tocsin.app.staff.Agency;
import org.tocsin.kernel.AgencyId;
import org.tocsin.kernel.OfficerId;

/** The first agency and the first accounts of an installation. */
@Service
public class Beginning {
  /** Who is to be the first system administrator, of which agency. */
  public record FirstAdministrator(
      @Nullable String key,
      @Nullable String agencyName,
      @Nullable String agencyNameEn,
      @Nullable String agencyCode,
      @Nullable String signInName,
      @Nullable String displayName,
      @Nullable String password) {
    @Override
    public String toString() {
      return "FirstAdministrator[" + agencyName + "]";
    }
  }

  private final CachedAgencies agencies;
  private final AgencyDesk agencyDesk;
  private final OfficerStore officers;
  private final OfficerDesk officerDesk;
  private final RoleDesk roleDesk;
  private final Roles roles;
  private final Passwords passwords;
  private final SetupKey key;

  Beginning(
      CachedAgencies agencies,
      AgencyDesk agencyDesk,
      OfficerStore officers,
      OfficerDesk officerDesk,
      RoleDesk roleDesk,
      Roles roles,
      Passwords passwords,
      SetupKey key) {
    this.agencies = agencies;
    this.agencyDesk = agencyDesk;
    this.officers = officers;
    this.officerDesk = officerDesk;
    this.roleDesk = roleDesk;
    this.roles = roles;
    this.passwords = passwords;
    this.key = key;
  }

  /** Whether there is neither an agency nor an officer yet; then there is a key to begin with. */
  public boolean isNeeded() {
    boolean needed = agencies.findRoot().isEmpty() && officers.isEmpty();
    if (needed) {
      key.offer();
    }
    return needed;
  }

  /**
   * Makes the root agency and its system administrator, once. The three administrators are three
   * people, so this one then makes the account of the security administrator, who gives all other
   * roles.
   *
   * @throws Problem ALREADY_SET_UP, SETUP_KEY, INVALID
   */
  @Transactional
  public void setUp(FirstAdministrator first, String origin) {
    Actor system = Actor.system("setup");
    Actor setup =
        new Actor(
            system.kind(),
            system.id(),
            system.name(),
            null,
            system.scope(),
            system.permissions(),
            origin,
            null);
    Acting.run(
        setup,
        () -> {
          // Takes the lock on the tree: two who set up at the same moment take turns.
          agencies.changing();
          if (agencies.tree().root().isPresent() || !officers.isEmpty()) {
            throw Problem.refused(ProblemCode.ALREADY_SET_UP);
          }
          key.check(first.key());
          String code = first.agencyCode() == null ? "ROOT" : first.agencyCode();
          Agency root =
              agencyDesk.create(
                  new AgencyDesk.NewAgency(
                      code,
                      null,
                      String.valueOf(Check.text("agencyName", first.agencyName(), 100)),
                      first.agencyNameEn()),
                  null);
          String role = roles.holderOf(Permission.STAFF_MANAGE).code();
          account(
              root.id(), first.signInName(), first.displayName(), first.password(), Set.of(role));
        });
    key.spend();
  }

  /** Adds an account with roles, whose password need not be changed. */
  OfficerRecord account(
      AgencyId agency,
      @Nullable String signInName,
      @Nullable String displayName,
      @Nullable String password,
      Set<String> given) {
    String name = Check.signInName("signInName", signInName);
    String display = Check.text("displayName", displayName, 60);
    passwords.check("password", password, name, display);
    return hashed(agency, name, display, passwords.encode(String.valueOf(password)), given);
  }

  /** For {@link #hashed}; one hash serves where several accounts have one published password. */
  String hash(String password) {
    return passwords.encode(password);
  }

  /** Adds an account whose password was hashed before. */
  OfficerRecord hashed(
      AgencyId agency, String name, String display, String hash, Set<String> given) {
    roles.check(given);
    OfficerRecord officer =
        new OfficerRecord(
            OfficerId.next(), name, display, null, null, agency, null, List.of(), false, null, 1);
    officerDesk.add(officer, hash, false);
    roleDesk.write(officer, given, Acting.current().name());
    return officer;
  }
}
