package dev.windrose.crm.file;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.windrose.platform.error.AppException;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DetectContentTests {

    private static final byte[] PNG = {(byte) 0x89, 'P', 'N', 'G', 0x0d, 0x0a, 0x1a, 0x0a, 0, 0, 0, 0};

    @TempDir
    Path folder;

    @Test
    void goesByTheContentAndNotByTheName() throws IOException {
        assertThat(found(PNG)).isEqualTo(ContentType.PNG);
        assertThat(found("%PDF-1.7\n".getBytes(StandardCharsets.US_ASCII))).isEqualTo(ContentType.PDF);
        assertThat(found(zip("word/document.xml"))).isEqualTo(ContentType.WORD);
        assertThat(found(zip("notes.txt"))).isEqualTo(ContentType.ZIP);
        assertThat(found(" \n<!DOCTYPE html><p>".getBytes(StandardCharsets.UTF_8)))
                .isEqualTo(ContentType.HTML);
        assertThat(found("<?xml version='1.0'?>\n<svg xmlns='x'/>".getBytes(StandardCharsets.UTF_8)))
                .isEqualTo(ContentType.SVG);
        assertThat(found("Grüße, Łódź".repeat(5_000).getBytes(StandardCharsets.UTF_8)))
                .isEqualTo(ContentType.TEXT);
        assertThat(found(new byte[] {0, 1, 2, 3, 4})).isEqualTo(ContentType.UNKNOWN);
    }

    @Test
    void refusesProgramsUnderAnyName() throws IOException {
        for (byte[] program : new byte[][] {
            "MZ\u0000\u0000".getBytes(StandardCharsets.ISO_8859_1), "\u007fELF".getBytes(StandardCharsets.ISO_8859_1),
            "#!/bin/sh\nrm".getBytes(StandardCharsets.US_ASCII), zip("META-INF/MANIFEST.MF")
        }) {
            var type = found(program);
            assertThatThrownBy(() -> JudgeName.of("invoice.pdf", type)).hasMessageContaining("program");
        }
        assertThatThrownBy(() -> JudgeName.of("run.bat", ContentType.TEXT)).hasMessageContaining("program");
    }

    @Test
    void refusesWhatIsSomethingElseThanItsNameSays() {
        assertThatThrownBy(() -> JudgeName.of("photo.png", ContentType.HTML))
                .isInstanceOf(AppException.class)
                .hasMessageContaining("its content is text/html");
        assertThatThrownBy(() -> JudgeName.of("offer.pdf", ContentType.TEXT)).isInstanceOf(AppException.class);
        assertThatThrownBy(() -> JudgeName.of("sheet.xlsx", ContentType.ZIP)).isInstanceOf(AppException.class);
    }

    @Test
    void keepsPicturesOfAnotherKindAndUnknownNamesAsWhatTheyAre() {
        assertThat(JudgeName.of("photo.jpg", ContentType.PNG)).isEqualTo(ContentType.PNG);
        assertThat(JudgeName.of("list.csv", ContentType.TEXT)).isEqualTo(ContentType.CSV);
        assertThat(JudgeName.of("plan.zip", ContentType.WORD)).isEqualTo(ContentType.WORD);
        assertThat(JudgeName.of("no extension", ContentType.HTML)).isEqualTo(ContentType.HTML);
        assertThat(JudgeName.of("reading.dat", ContentType.UNKNOWN)).isEqualTo(ContentType.UNKNOWN);
    }

    private ContentType found(byte[] content) throws IOException {
        var file = Files.write(folder.resolve("content"), content);
        return DetectContent.of(file);
    }

    private static byte[] zip(String entry) throws IOException {
        var bytes = new ByteArrayOutputStream();
        try (var zip = new ZipOutputStream(bytes)) {
            zip.putNextEntry(new ZipEntry(entry));
            zip.write(1);
            zip.closeEntry();
        }
        return bytes.toByteArray();
    }
}
