package org.tocsin.app.staff.web;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.http.HttpStatus;
import org.springframework.security.oauth2.client.registration.ClientRegistration;
import org.springframework.security.oauth2.client.registration.ClientRegistrationRepository;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import org.tocsin.app.foundation.Text;
import org.tocsin.app.staff.Agencies;
import org.tocsin.app.staff.Agency;
import org.tocsin.app.staff.internal.Beginning;
import org.tocsin.app.staff.internal.Demonstration;
import org.tocsin.app.staff.internal.ExerciseDesk;
import org.tocsin.app.staff.internal.Installation;
import org.tocsin.kernel.ExerciseId;
import org.tocsin.kernel.InstanceClock;

/** What a screen must know before anybody has signed in, and the set-up of a blank installation. */
@RestController
class InstanceController {
  /** The clock of the instance. */
  record ClockView(Instant now, boolean driven, double rate) {}

  /** The exercise that runs. */
  record ExerciseView(ExerciseId id, String name) {}

  /** An identity provider: send the browser to {@code url}. */
  record ProviderView(String id, String name, String url) {}

  /** See the contract of {@code GET /api/instance}. */
  record InstanceView(
      String name,
      String version,
      String zone,
      String mode,
      @Nullable ExerciseView exercise,
      boolean setupNeeded,
      ClockView clock,
      List<Text> levelNames,
      @Nullable Text agencyName,
      List<ProviderView> providers,
      List<Demonstration.DemoAccount> demoAccounts) {}

  /** The account of the first administrator. */
  record Administrator(
      @Nullable String signInName, @Nullable String displayName, @Nullable String password) {
    @Override
    public String toString() {
      return "Administrator[…]";
    }
  }

  /**
   * What the set-up page sends.
   *
   * @param key of {@code keys/setup.key} in the data folder
   */
  record SetupInput(
      @Nullable String key,
      @Nullable String agencyName,
      @Nullable String agencyNameEn,
      @Nullable String agencyCode,
      @Nullable Administrator administrator) {}

  private final Installation installation;
  private final Agencies agencies;
  private final Beginning beginning;
  private final Demonstration demonstration;
  private final ExerciseDesk exercises;
  private final ObjectProvider<ClientRegistrationRepository> providers;

  InstanceController(
      Installation installation,
      Agencies agencies,
      Beginning beginning,
      Demonstration demonstration,
      ExerciseDesk exercises,
      ObjectProvider<ClientRegistrationRepository> providers) {
    this.installation = installation;
    this.agencies = agencies;
    this.beginning = beginning;
    this.demonstration = demonstration;
    this.exercises = exercises;
    this.providers = providers;
  }

  @GetMapping("/api/instance")
  InstanceView instance() {
    InstanceClock clock = installation.clock();
    return new InstanceView(
        installation.name(),
        installation.version(),
        clock.getZone().getId(),
        exercises.isExerciseInstance() ? "EXERCISE" : "NORMAL",
        exercises.latestRunning().map(e -> new ExerciseView(e.id(), e.name())).orElse(null),
        beginning.isNeeded(),
        new ClockView(clock.instant(), clock.isDriven(), clock.rate()),
        installation.levelNames(),
        agencies.findRoot().map(InstanceController::text).orElse(null),
        providers(),
        demonstration.accounts());
  }

  private static Text text(Agency agency) {
    return new Text(agency.nameZh(), agency.nameEn());
  }

  private List<ProviderView> providers() {
    List<ProviderView> views = new ArrayList<>();
    if (providers.getIfAvailable() instanceof Iterable<?> registrations) {
      for (Object registration : registrations) {
        if (registration instanceof ClientRegistration r) {
          String id = r.getRegistrationId();
          views.add(new ProviderView(id, r.getClientName(), "/oauth2/authorization/" + id));
        }
      }
    }
    return views;
  }

  /** Makes the first agency and its system administrator; refused ever after. */
  @PostMapping("/api/setup")
  @ResponseStatus(HttpStatus.CREATED)
  void setUp(@RequestBody SetupInput asked, jakarta.servlet.http.HttpServletRequest request) {
    Administrator first = asked.administrator();
    beginning.setUp(
        new Beginning.FirstAdministrator(
            asked.key(),
            asked.agencyName(),
            asked.agencyNameEn(),
            asked.agencyCode(),
            first == null ? null : first.signInName(),
            first == null ? null : first.displayName(),
            first == null ? null : first.password()),
        request.getRemoteAddr());
  }
}
