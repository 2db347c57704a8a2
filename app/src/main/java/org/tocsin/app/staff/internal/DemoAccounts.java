package org.tocsin.app.staff.internal;

import java.util.Optional;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;
import org.tocsin.app.foundation.Actor;
import org.tocsin.app.staff.DemoPeople;

/** Looks the accounts up as they stand, with the rights of their roles. */
@Component
class DemoAccounts implements DemoPeople {
  private final boolean on;
  private final OfficerStore officers;
  private final Standings standings;

  DemoAccounts(
      @Value("${tocsin.demo:false}") boolean on, OfficerStore officers, Standings standings) {
    this.on = on;
    this.officers = officers;
    this.standings = standings;
  }

  @Override
  public boolean on() {
    return on;
  }

  @Override
  public Optional<Actor> find(String signInName) {
    if (!on) {
      return Optional.empty();
    }
    return officers
        .credentials(signInName)
        .flatMap(known -> standings.find(known.id()))
        .map(standing -> standings.actor(standing, "demonstration"));
  }
}
