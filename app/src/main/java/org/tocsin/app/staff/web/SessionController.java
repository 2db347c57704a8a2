package org.tocsin.app.staff.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import org.tocsin.app.foundation.Problem;
import org.tocsin.app.staff.Agencies;
import org.tocsin.app.staff.Agency;
import org.tocsin.app.staff.internal.Roles;
import org.tocsin.app.staff.internal.SignInLog;
import org.tocsin.app.staff.internal.SignInPolicy;
import org.tocsin.app.staff.internal.SignIns;
import org.tocsin.app.staff.internal.Standing;
import org.tocsin.app.staff.security.Sessions;

/** Signing in and out, locking and unlocking the screen. */
@RestController
@RequestMapping("/api/session")
class SessionController {
  /** Name and password, and the one-time code where one is asked for. */
  record SignIn(@Nullable String signInName, @Nullable String password, @Nullable String code) {
    @Override
    public String toString() {
      return "SignIn[…]";
    }
  }

  /** The password again. */
  record Unlock(@Nullable String password) {
    @Override
    public String toString() {
      return "Unlock[…]";
    }
  }

  private final SignIns signIns;
  private final Sessions sessions;
  private final Agencies agencies;
  private final Roles roles;
  private final SignInPolicy policy;
  private final SignInLog log;

  SessionController(
      SignIns signIns,
      Sessions sessions,
      Agencies agencies,
      Roles roles,
      SignInPolicy policy,
      SignInLog log) {
    this.signIns = signIns;
    this.sessions = sessions;
    this.agencies = agencies;
    this.roles = roles;
    this.policy = policy;
    this.log = log;
  }

  /** Who is signed in; 401 if nobody is. Also while the screen is locked. */
  @GetMapping
  SessionView current(HttpServletRequest request) {
    return view(find(request));
  }

  @PostMapping
  SessionView signIn(
      @RequestBody SignIn asked, HttpServletRequest request, HttpServletResponse response) {
    String name = asked.signInName() == null ? "" : asked.signInName();
    String password = asked.password() == null ? "" : asked.password();
    SignIns.Outcome outcome = signIns.signIn(name, password, asked.code(), request.getRemoteAddr());
    if (outcome.codeNeeded()) {
      return view(
          outcome.officer(), List.of(), List.of(), SessionView.SecondFactor.REQUIRED, false);
    }
    return view(sessions.open(request, response, outcome.officer(), false));
  }

  @DeleteMapping
  @ResponseStatus(HttpStatus.NO_CONTENT)
  void signOut(HttpServletRequest request) {
    sessions
        .find(request)
        .ifPresent(
            open -> {
              log.signedOut(open.officer(), request.getRemoteAddr());
              sessions.close(request);
            });
  }

  @PostMapping("/lock")
  SessionView lock(HttpServletRequest request) {
    Sessions.Open open = find(request);
    sessions.lock(request);
    log.session(open.officer(), request.getRemoteAddr(), "screen.locked");
    return view(find(request));
  }

  @PostMapping("/unlock")
  SessionView unlock(@RequestBody Unlock asked, HttpServletRequest request) {
    Sessions.Open open = find(request);
    String password = asked.password() == null ? "" : asked.password();
    signIns.prove(open.officer(), password, request.getRemoteAddr());
    sessions.unlock(request);
    log.session(open.officer(), request.getRemoteAddr(), "screen.unlocked");
    return view(find(request));
  }

  private Sessions.Open find(HttpServletRequest request) {
    return sessions.find(request).orElseThrow(Problem::unauthenticated);
  }

  private SessionView view(Sessions.Open open) {
    Standing officer = open.officer();
    SessionView.SecondFactor factor =
        open.mustEnrol()
            ? SessionView.SecondFactor.ENROLL
            : officer.secondFactorOn() ? SessionView.SecondFactor.ON : SessionView.SecondFactor.OFF;
    List<String> permissions =
        roles.permissions(officer.roles()).stream().map(Enum::name).sorted().toList();
    return view(
        officer, officer.roles().stream().sorted().toList(), permissions, factor, open.locked());
  }

  private SessionView view(
      Standing officer,
      List<String> roleCodes,
      List<String> permissions,
      SessionView.SecondFactor factor,
      boolean locked) {
    Agency agency = agencies.get(officer.agencyId());
    return new SessionView(
        new SessionView.OfficerView(
            officer.id(),
            officer.signInName(),
            officer.displayName(),
            officer.agencyId(),
            agency.nameZh(),
            agency.nameEn()),
        roleCodes,
        permissions,
        factor,
        locked,
        policy.session().idleLockMinutes(),
        officer.passwordChangeNeeded());
  }
}
