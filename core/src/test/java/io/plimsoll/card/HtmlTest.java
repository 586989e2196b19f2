package io.plimsoll.card;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class HtmlTest {
    @Test
    void whatIsNotMarkupIsEscapedInTextAndAttributes() {
        String written = new Html()
                .element("p", "<script>alert('1')</script> & \"more\"", "title", "\" onload=\"x")
                .toString();

        assertThat(written)
                .isEqualTo("<p title=\"&quot; onload=&quot;x\">&lt;script&gt;alert(&#39;1&#39;)&lt;/script&gt;"
                        + " &amp; &quot;more&quot;</p>\n");
    }

    @Test
    void whatXmlCannotSayIsReplaced() {
        assertThat(Html.escaped("a\u0000b\u001bc\ud800d\ufffee\tf\ng"))
                .isEqualTo("a\ufffdb\ufffdc\ufffdd\ufffde\tf\ng");
        assertThat(Html.escaped("Türkiye \ud83d\ude00")).isEqualTo("Türkiye \ud83d\ude00");
    }
}
