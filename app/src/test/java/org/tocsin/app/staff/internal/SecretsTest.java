package org.tocsin.app.staff.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.tocsin.app.staff.Officer;
import org.tocsin.kernel.AgencyId;
import org.tocsin.kernel.OfficerId;

class SecretsTest {
  private static final byte[] SECRET = "12345678901234567890".getBytes(StandardCharsets.US_ASCII);

  private static OneTimeCodes codesAt(long second) {
    return new OneTimeCodes(Clock.fixed(Instant.ofEpochSecond(second), ZoneOffset.UTC), "Tocsin");
  }

  @Test
  void codesAreThoseOfTheStandard() {
    // RFC 6238 appendix B, SHA-1, last six of eight digits.
    for (Object[] row :
        new Object[][] {
          {59L, "287082"},
          {1111111109L, "081804"},
          {1111111111L, "050471"},
          {1234567890L, "005924"},
          {2000000000L, "279037"},
          {20000000000L, "353130"}
        }) {
      long second = (Long) row[0];
      assertThat(codesAt(second).step(SECRET, (String) row[1])).hasValue(second / 30);
    }
  }

  @Test
  void aCodeIsGoodForItsStepAndTheNeighbours() {
    assertThat(codesAt(59 + 30).step(SECRET, "287 082")).hasValue(1);
    assertThat(codesAt(59 - 30).step(SECRET, "287082")).hasValue(1);
    assertThat(codesAt(59 + 60).step(SECRET, "287082")).isEmpty();
    assertThat(codesAt(59).step(SECRET, "")).isEmpty();
    assertThat(codesAt(59).step(SECRET, "287083")).isEmpty();
  }

  @Test
  void theSecretIsWrittenAsAuthenticatorAppsReadIt() {
    assertThat(OneTimeCodes.base32(SECRET)).isEqualTo("GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ");
    assertThat(codesAt(0).uri(SECRET, "zhang san"))
        .isEqualTo(
            "otpauth://totp/Tocsin:zhang%20san?secret=GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ"
                + "&issuer=Tocsin&algorithm=SHA1&digits=6&period=30");
  }

  @Test
  void whatIsSealedOpensOnlyForWhatItBelongsToAndUnchanged(@TempDir Path folder)
      throws java.io.IOException {
    SecretBox box = new SecretBox(folder);
    byte[] sealed = box.seal(SECRET, "totp:a");
    assertThat(new SecretBox(folder).open(sealed, "totp:a")).isEqualTo(SECRET);
    assertThat(box.seal(SECRET, "totp:a")).isNotEqualTo(sealed);
    assertThatThrownBy(() -> box.open(sealed, "totp:b")).isInstanceOf(IllegalStateException.class);
    byte[] changed = sealed.clone();
    changed[changed.length - 1] ^= 1;
    assertThatThrownBy(() -> box.open(changed, "totp:a")).isInstanceOf(IllegalStateException.class);
    assertThatThrownBy(() -> new SecretBox(new byte[32]).open(sealed, "totp:a"))
        .isInstanceOf(IllegalStateException.class);
    Path key = folder.resolve("keys").resolve("totp.key");
    assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(key)))
        .isEqualTo("rw-------");
  }

  @Test
  void nothingPersonalAndNoSecretIsEverPrinted() {
    OfficerId id = OfficerId.next();
    AgencyId agency = AgencyId.next();
    List<Object> things =
        List.of(
            new Officer(id, "王小明", "012345", agency),
            new OfficerRecord(
                id,
                "wang",
                "王小明",
                "012345",
                "13812345678",
                agency,
                "sub-77",
                List.of(),
                true,
                null,
                1),
            new Standing(id, "wang", "王小明", agency, 1, false, true, false, Set.of()),
            new Credentials(id, "$argon2id$secret", SECRET, true),
            new MyAccount.Enrolment("otpauth://x?secret=SECRET", "SECRET"),
            new OfficerDesk.NewOfficer(
                "wang", "王小明", agency, "012345", "13812345678", "sub-77", "a password"),
            new Beginning.FirstAdministrator(
                "SECRET", "局", null, null, "wang", "王小明", "a password"));
    for (Object thing : things) {
      assertThat(thing.toString())
          .doesNotContain("王小明", "wang", "012345", "138", "sub-77", "password", "secret", "SECRET")
          .doesNotContain("argon2");
    }
  }

  @Test
  void aPasswordIsRefusedForAReason() {
    SignInPolicy.Password policy =
        new SignInPolicy.Password(12, 128, List.of("Password", "qinglan-demo"));
    assertThat(policy.refusal("a good long phrase", "wang", "王小明")).isEmpty();
    assertThat(policy.refusal("elevenchars", "wang", "王小明")).contains("too-short");
    assertThat(policy.refusal("警钟长鸣警钟长鸣天下太平", "wang", "王小明")).isEmpty();
    assertThat(policy.refusal("x".repeat(129), "wang", "王小明")).contains("too-long");
    assertThat(policy.refusal("ababababababab", "wang", "王小明")).contains("too-simple");
    assertThat(policy.refusal("my PASSWORD is good", "wang", "王小明")).contains("too-common");
    assertThat(policy.refusal("Wang is my name 7", "wang", "王小明")).contains("too-common");
    assertThat(policy.refusal("qinglan-demo-110", "wang", "王小明")).contains("too-common");
  }
}
