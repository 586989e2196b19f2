package io.plimsoll.access;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.plimsoll.fault.ErrorCode;
import io.plimsoll.fault.PlimsollException;
import java.security.SecureRandom;
import java.util.List;
import org.junit.jupiter.api.Test;

class PasswordTest {
    private static final String SALT = "000102030405060708090a0b0c0d0e0f";

    /** Hashes by Python's hashlib.pbkdf2_hmac. */
    @Test
    void aHashIsThatOfTheStandard() {
        PasswordHash plain = PasswordHash.read("pbkdf2-sha512:1000:" + SALT
                + ":1903f54ed5a5a7fd5468198489df40bc7ca156e0ef3bd0096688eee6d45387568e8a1e9d6188cb6f208b53466a7bc846"
                + "b6ce6627b059d2e4fc88b9d6a4c7cfab");
        PasswordHash accents = PasswordHash.read("pbkdf2-sha512:1000:" + SALT
                + ":6afcf59c2d856dc7368eff57c348a4d38cca7256eaf637f510be7ec30a5ebb5fb97ff048ef3ccad202e4a48d5e7f68b4"
                + "636456e8922635a7f38262af14ae6be2");

        assertThat(plain.fits(new Password("four words and more"))).isTrue();
        assertThat(plain.fits(new Password("four words and mord"))).isFalse();
        assertThat(accents.fits(new Password("P\u00e4ssw\u00f6rter und S\u00fc\u00dfes")))
                .isTrue();
        assertThat(accents.fits(new Password("Pa\u0308sswo\u0308rter und Su\u0308\u00dfes")))
                .as("the same letters, composed otherwise")
                .isTrue();
        assertThat(accents.fits(new Password("Passworter und Su\u00dfes"))).isFalse();
    }

    @Test
    void aHashIsSaltedAndReadAgain() {
        Password password = new Password("four words and more");
        assertThat(Secrecy.usual().rounds()).isEqualTo(210_000);
        Secrecy few = new Secrecy(new SecureRandom(), 100);

        PasswordHash first = few.hash(password);

        assertThat(first.text()).startsWith("pbkdf2-sha512:100:");
        assertThat(few.hash(password).text()).isNotEqualTo(first.text());
        assertThat(PasswordHash.read(first.text()).fits(password)).isTrue();
        assertThat(PasswordHash.read(first.text()).fingerprint()).isEqualTo(first.fingerprint());
        assertThat(PasswordHash.ofNone(few).fits(password)).isFalse();
    }

    @Test
    void whatIsNoHashIsNotRead() {
        for (String text :
                List.of("", "plain", "pbkdf2-sha512:1:" + SALT + ":00", "md5:1:" + SALT + ":" + "0".repeat(128))) {
            assertThatIllegalArgumentException().isThrownBy(() -> PasswordHash.read(text));
        }
    }

    @Test
    void aPasswordThatMayBeSetIsLongAndNotObvious() {
        for (String good : List.of("four words and more", "zwölf Zeichen", "correcthorse", "a bcd".repeat(51))) {
            assertThatCode(() -> new Password(good).requireGoodFor("ada")).doesNotThrowAnyException();
        }
        for (String bad : List.of("", "elevenchars", "aaaaaaaaaaaaaaaa", "abcabcabcabcabc", "x y z".repeat(60))) {
            assertRefused(bad, "ada");
        }
        assertRefused("Ada.Lovelace.1815", "ada.lovelace.1815");
    }

    /** Hashing takes time with the length, so that there is an end to it. */
    @Test
    void aPasswordBeyondTheLongestIsNotHashedWhole() {
        assertThat(new Password("x".repeat(1_000_000)).characters()).hasSizeLessThan(2 * Password.LONGEST);
    }

    @Test
    void neitherShowsItself() {
        assertThat(new Password("four words and more").toString()).doesNotContain("four");
        assertThat(PasswordHash.ofNone(Secrecy.usual()).toString()).doesNotContain("0000");
        assertThat(new NewUser("ada", Role.VIEWER, new Password("four words and more")).toString())
                .doesNotContain("four");
    }

    private static void assertRefused(String text, String user) {
        assertThatExceptionOfType(PlimsollException.class)
                .isThrownBy(() -> new Password(text).requireGoodFor(user))
                .satisfies(refused -> assertThat(refused.code()).isEqualTo(ErrorCode.PASSWORD_REFUSED));
    }
}
