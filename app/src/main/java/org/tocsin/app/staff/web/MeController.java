package org.tocsin.app.staff.web;

import jakarta.servlet.http.HttpServletRequest;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import org.tocsin.app.foundation.Problem;
import org.tocsin.app.staff.internal.MyAccount;
import org.tocsin.app.staff.security.Sessions;

/** What officers do with their own account. */
@RestController
@RequestMapping("/api/me")
class MeController {
  /** A one-time code. */
  record Code(@Nullable String code) {}

  /** The old password and the new one. */
  record PasswordChange(@Nullable String old, @Nullable String fresh) {
    PasswordChange(
        @com.fasterxml.jackson.annotation.JsonProperty("old") @Nullable String old,
        @com.fasterxml.jackson.annotation.JsonProperty("new") @Nullable String fresh) {
      this.old = old;
      this.fresh = fresh;
    }

    @Override
    public String toString() {
      return "PasswordChange[…]";
    }
  }

  private final MyAccount account;
  private final Sessions sessions;

  MeController(MyAccount account, Sessions sessions) {
    this.account = account;
    this.sessions = sessions;
  }

  /** A new secret for an authenticator app, shown this once. */
  @PostMapping("/totp")
  MyAccount.Enrolment enrol() {
    return account.enrol();
  }

  @PostMapping("/totp/confirm")
  @ResponseStatus(HttpStatus.NO_CONTENT)
  void confirm(@RequestBody Code asked) {
    account.confirm(asked.code() == null ? "" : asked.code());
  }

  /** Changes the password. This session goes on, all others of the officer end. */
  @PostMapping("/password")
  @ResponseStatus(HttpStatus.NO_CONTENT)
  void changePassword(@RequestBody PasswordChange asked, HttpServletRequest request) {
    String old = asked.old();
    String fresh = asked.fresh();
    if (old == null || fresh == null) {
      throw Problem.invalid(old == null ? "old" : "new", "required");
    }
    account.changePassword(old, fresh);
    sessions.renew(request);
  }
}
