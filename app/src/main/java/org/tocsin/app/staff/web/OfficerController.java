package org.tocsin.app.staff.web;

import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PatchMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import org.tocsin.app.foundation.Acting;
import org.tocsin.app.foundation.Page;
import org.tocsin.app.foundation.Permission;
import org.tocsin.app.foundation.Problem;
import org.tocsin.app.staff.internal.OfficerDesk;
import org.tocsin.app.staff.internal.OfficerRecord;
import org.tocsin.app.staff.internal.RoleDesk;
import org.tocsin.app.staff.internal.Roles;
import org.tocsin.kernel.AgencyId;
import org.tocsin.kernel.OfficerId;

/** Officers and their roles over HTTP. */
@RestController
class OfficerController {
  /** All the roles the officer is to have. */
  record RolesInput(@Nullable Set<String> roles) {}

  /** A password given by an administrator. */
  record PasswordInput(@Nullable String password) {
    @Override
    public String toString() {
      return "PasswordInput[…]";
    }
  }

  private final OfficerDesk desk;
  private final RoleDesk roleDesk;
  private final Roles roles;

  OfficerController(OfficerDesk desk, RoleDesk roleDesk, Roles roles) {
    this.desk = desk;
    this.roleDesk = roleDesk;
    this.roles = roles;
  }

  @GetMapping("/api/officers")
  Page<OfficerRecord> page(
      @RequestParam(required = false) @Nullable AgencyId agency,
      @RequestParam(required = false) @Nullable String q,
      @RequestParam(required = false) @Nullable String after,
      @RequestParam(required = false) @Nullable Integer limit) {
    return desk.page(agency, q, after, limit);
  }

  @GetMapping("/api/officers/{id}")
  OfficerRecord get(@PathVariable OfficerId id) {
    return desk.get(id);
  }

  @PostMapping("/api/officers")
  @ResponseStatus(HttpStatus.CREATED)
  OfficerRecord create(
      @RequestHeader(name = "Idempotency-Key", required = false) @Nullable String key,
      @RequestBody OfficerDesk.NewOfficer asked) {
    return desk.create(asked, key);
  }

  @PatchMapping("/api/officers/{id}")
  OfficerRecord change(@PathVariable OfficerId id, @RequestBody OfficerDesk.OfficerChange asked) {
    return desk.change(id, asked);
  }

  /** Gives the officer exactly these roles. */
  @PostMapping("/api/officers/{id}/roles")
  OfficerRecord give(@PathVariable OfficerId id, @RequestBody RolesInput asked) {
    Set<String> given = asked.roles();
    if (given == null) {
      throw Problem.invalid("roles", "required");
    }
    return roleDesk.give(id, given);
  }

  @PostMapping("/api/officers/{id}/unlock")
  @ResponseStatus(HttpStatus.NO_CONTENT)
  void unlock(@PathVariable OfficerId id) {
    roleDesk.unlock(id);
  }

  @PostMapping("/api/officers/{id}/second-factor/reset")
  @ResponseStatus(HttpStatus.NO_CONTENT)
  void resetSecondFactor(@PathVariable OfficerId id) {
    roleDesk.resetSecondFactor(id);
  }

  @PostMapping("/api/officers/{id}/password")
  @ResponseStatus(HttpStatus.NO_CONTENT)
  void resetPassword(@PathVariable OfficerId id, @RequestBody PasswordInput asked) {
    roleDesk.resetPassword(id, asked.password() == null ? "" : asked.password());
  }

  /** The roles there are, with their names and permissions. */
  @GetMapping("/api/roles")
  List<Roles.Role> roles() {
    Acting.require(Permission.STAFF_READ);
    return roles.list();
  }
}
