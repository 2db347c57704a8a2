package org.tocsin.app.staff.web;

import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import org.tocsin.app.foundation.Page;
import org.tocsin.app.staff.TokenId;
import org.tocsin.app.staff.internal.Token;
import org.tocsin.app.staff.internal.TokenDesk;

/** Tokens of partners and devices over HTTP. */
@RestController
@RequestMapping("/api/tokens")
class TokenController {
  private final TokenDesk desk;

  TokenController(TokenDesk desk) {
    this.desk = desk;
  }

  @GetMapping
  Page<Token> page(
      @RequestParam(required = false) @Nullable String after,
      @RequestParam(required = false) @Nullable Integer limit) {
    return desk.page(after, limit);
  }

  /** Issues a token; the answer is the only place where its secret is ever shown. */
  @PostMapping
  @ResponseStatus(HttpStatus.CREATED)
  TokenDesk.Issued issue(@RequestBody TokenDesk.NewToken asked) {
    return desk.issue(asked);
  }

  @DeleteMapping("/{id}")
  @ResponseStatus(HttpStatus.NO_CONTENT)
  void revoke(@PathVariable TokenId id) {
    desk.revoke(id);
  }
}
