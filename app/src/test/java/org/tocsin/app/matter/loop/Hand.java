package org.tocsin.app.matter.loop;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.tocsin.app.staff.Http;
import org.tocsin.kernel.Ids;
import tools.jackson.databind.JsonNode;

/** What one person does to matters over HTTP. */
final class Hand {
  /** The smallest picture there is: one white pixel. */
  private static final byte[] PICTURE =
      java.util.Base64.getDecoder()
          .decode(
              "iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mP8z8BQDwAEhQGAhKmMIQAAAABJRU5ErkJggg==");

  private final Town.Person who;

  Hand(Town.Person who) {
    this.who = who;
  }

  Http.Answer get(String id) {
    return who.http().get("/api/matters/" + id);
  }

  /** Hands in one proof of each kind named; those refused are left out. */
  List<String> proofs(@Nullable String matter, JsonNode kinds) {
    List<String> ids = new ArrayList<>();
    String path = matter == null ? "/api/matter-proofs" : "/api/matters/" + matter + "/proofs";
    for (JsonNode kind : kinds) {
      Map<String, String> form = new LinkedHashMap<>();
      form.put("kind", kind.asString());
      Http.Answer kept = who.http().upload(path, form, "现场.png", "image/png", PICTURE);
      if (kept.status() < 300) {
        ids.add(kept.body().path("id").asString());
      }
    }
    return ids;
  }

  Http.Answer raise(
      String kind, String agency, Map<String, ?> fields, List<String> proofs, boolean here) {
    Map<String, Object> body = new LinkedHashMap<>();
    body.put("kind", kind);
    body.put("agencyId", agency);
    body.put("fields", fields);
    body.put("links", List.of());
    body.put("proofIds", proofs);
    if (here) {
      body.put("place", Sheet.spot());
    }
    return once("/api/matters", body);
  }

  /** Does an act twice with one key: the second changes nothing and answers the same. */
  Http.Answer act(String id, Map<String, ?> body) {
    return once("/api/matters/" + id + "/acts", body);
  }

  Http.Answer post(String path, Map<String, ?> body) {
    return who.http().post(path, body);
  }

  private Http.Answer once(String path, Map<String, ?> body) {
    String key = Ids.next().toString();
    who.http().with("Idempotency-Key", key);
    try {
      Http.Answer first = who.http().post(path, body);
      if (first.status() < 300) {
        Http.Answer again = who.http().post(path, body);
        org.assertj.core.api.Assertions.assertThat(again.body().path("version"))
            .as("the same key a second time")
            .isEqualTo(first.body().path("version"));
      }
      return first;
    } finally {
      who.http().without("Idempotency-Key");
    }
  }
}
