package io.plimsoll.artifact;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.plimsoll.canonical.CanonicalJson;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

final class ContractTest {
    @Test
    void comesBackFromItsFileAsItWas() throws IOException {
        Contract contract = ExampleModel.contract();

        assertThat(CanonicalJson.read(contract.bytes(), Contract.class)).isEqualTo(contract);
        assertThat(CanonicalJson.read(CanonicalJson.text(contract), Contract.class))
                .isEqualTo(contract);
    }

    @Test
    void keepsTheMissingValuesOfCanaries() {
        String json = new String(ExampleModel.contract().bytes(), StandardCharsets.UTF_8);

        assertThat(json).contains("null").contains("0.10000000149011612").contains("中国");
    }

    @Test
    void refusesAFieldThatItDoesNotKnow() {
        String json = CanonicalJson.text(ExampleModel.contract()).replaceFirst("\\{", "{\"a_later_field\":1,");

        assertThatThrownBy(() -> CanonicalJson.read(json, Contract.class)).isInstanceOf(IOException.class);
    }
}
