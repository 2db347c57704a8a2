package org.tocsin.app.staff;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.tocsin.app.staff.internal.People;

/** Signing in at an OpenID Connect provider, over real HTTP at both ends. */
@StaffTest
class ProviderSignInTest {
  @LocalServerPort int port;
  @Autowired People people;
  @Autowired JdbcClient jdbc;

  private People.Person known(String subject, String role) {
    People.Person person = people.officer(people.root().id(), role);
    jdbc.sql("update staff.officer set external_subject = :subject where id = :id")
        .param("subject", subject)
        .param("id", person.id().value())
        .update();
    return person;
  }

  /** Follows the redirects as a browser would; where it ends. */
  private String follow(Http http) {
    Http.Answer out = http.get("/oauth2/authorization/city");
    Http.Answer back = http.get(location(out));
    Http.Answer home = http.get(location(back));
    assertThat(home.status()).isEqualTo(302);
    return ProviderDouble.pathOf(location(home));
  }

  private static String location(Http.Answer answer) {
    return answer.raw().headers().firstValue("location").orElseThrow();
  }

  @Test
  void theProviderSaysWhoItIsAndOurRolesSayWhatTheyMay() {
    People.Person person = known("sub-1", "dispatcher");
    ProviderDouble.SHARED.next("sub-1", "pwd");
    Http http = new Http(port);
    http.get("/api/instance");
    assertThat(follow(http)).isEqualTo("/");
    Http.Answer session = http.get("/api/session");
    assertThat(session.body().path("officer").path("id").asString())
        .isEqualTo(person.id().toString());
    assertThat(http.post("/api/session/lock", Map.of()).status()).isEqualTo(200);
  }

  @Test
  void nobodyGetsAnAccountBySigningIn() {
    ProviderDouble.SHARED.next("a-stranger", "mfa");
    Http http = new Http(port);
    assertThat(follow(http)).isEqualTo("/?signIn=unknown");
    assertThat(http.get("/api/session").status()).isEqualTo(401);
  }

  @Test
  void aSecondFactorThatIsDueMustHaveBeenAskedForByTheProvider() {
    known("sub-2", "duty-commander");
    ProviderDouble.SHARED.next("sub-2", "pwd");
    assertThat(follow(new Http(port))).isEqualTo("/?signIn=second-factor");
    ProviderDouble.SHARED.next("sub-2", "pwd", "otp");
    Http http = new Http(port);
    assertThat(follow(http)).isEqualTo("/");
    assertThat(http.get("/api/agencies").status()).isEqualTo(200);
  }

  @Test
  void aWayBackThatNobodyAskedForIsRefused() {
    known("sub-3", "dispatcher");
    ProviderDouble.SHARED.next("sub-3", "pwd");
    Http mine = new Http(port);
    Http.Answer out = mine.get("/oauth2/authorization/city");
    assertThat(out.raw().headers().allValues("set-cookie"))
        .anySatisfy(
            c ->
                assertThat(c)
                    .startsWith("TOCSIN-PROVIDER=")
                    .contains("HttpOnly", "SameSite=Lax", "Path=/login/oauth2"));
    Http.Answer back = mine.get(location(out));
    Http anothers = new Http(port);
    Http.Answer home = anothers.get(location(back));
    assertThat(ProviderDouble.pathOf(location(home))).isEqualTo("/?signIn=failed");
    assertThat(anothers.get("/api/session").status()).isEqualTo(401);
  }

  @Test
  void theSignInPageLearnsOfTheProvider() {
    assertThat(new Http(port).get("/api/instance").body().path("providers").toString())
        .contains("City sign-on", "/oauth2/authorization/city");
  }
}
