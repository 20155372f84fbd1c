package dev.windrose.crm.file;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.Test;

class TextOfFileTests {

    @Test
    void readsPlainTextsInTheirEncodings() throws IOException {
        assertThat(text(ContentType.CSV, "Zürich;12".getBytes(StandardCharsets.UTF_8)))
                .contains("Zürich;12");
        assertThat(text(ContentType.TEXT, "Zürich".getBytes(StandardCharsets.ISO_8859_1)))
                .contains("Zürich");
        assertThat(text(ContentType.TEXT, "\uFEFFZürich".getBytes(StandardCharsets.UTF_16LE))
                        .orElseThrow())
                .contains("Zürich");
        assertThat(text(ContentType.PNG, new byte[] {1, 2})).isEmpty();
    }

    @Test
    void leavesOutWhatPagesDoNotShow() throws IOException {
        String page = "<head><title>x</title></head><p>Offer &amp; terms</p><script>var hidden = 1 < 2;</script>"
                + "<!-- unseen --><b>blue</b> pumps <style>p{}</style";
        assertThat(text(ContentType.HTML, page.getBytes(StandardCharsets.UTF_8))
                        .orElseThrow()
                        .split("\\s+"))
                .containsExactly("", "Offer", "&", "terms", "blue", "pumps");
    }

    @Test
    void readsWordsOfDocuments() throws IOException {
        String xml =
                "<w:document><w:p><w:r><w:t>Deli</w:t></w:r><w:r><w:t>very</w:t></w:r></w:p><w:p>terms</w:p></w:document>";
        assertThat(text(ContentType.WORD, zip("word/document.xml", xml))
                        .orElseThrow()
                        .split("\\s+"))
                .containsExactly("Delivery", "terms");
        assertThat(text(ContentType.WORD, zip("other.xml", xml))).isEmpty();
    }

    private static Optional<String> text(ContentType type, byte[] content) throws IOException {
        return TextOfFile.of(type, new ByteArrayInputStream(content));
    }

    private static byte[] zip(String name, String text) throws IOException {
        var bytes = new ByteArrayOutputStream();
        try (var zip = new ZipOutputStream(bytes)) {
            zip.putNextEntry(new ZipEntry("[Content_Types].xml"));
            zip.write("<Types/>".getBytes(StandardCharsets.UTF_8));
            zip.putNextEntry(new ZipEntry(name));
            zip.write(text.getBytes(StandardCharsets.UTF_8));
        }
        return bytes.toByteArray();
    }
}
