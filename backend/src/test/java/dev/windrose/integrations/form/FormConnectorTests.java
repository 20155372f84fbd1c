package dev.windrose.integrations.form;

import static org.assertj.core.api.Assertions.assertThat;

import dev.windrose.integrations.ConnectorContract;
import dev.windrose.integrations.MessageState;
import dev.windrose.integrations.RawMessage;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.springframework.http.MediaType;
import org.springframework.test.web.servlet.client.RestTestClient.ResponseSpec;

class FormConnectorTests extends ConnectorContract {

    @Override
    protected String kind() {
        return "web_form";
    }

    @Override
    protected Map<String, Object> settings() {
        return Map.of("thanks", "We write <soon>.");
    }

    @Override
    protected List<RawMessage> samples() {
        return IntStream.range(0, 3)
                .mapToObj(at -> new RawMessage(
                        "token " + at,
                        Instant.now(),
                        "application/json",
                        "{\"name\":\"Lena Ray\",\"email\":\"lena@harbour.example\",\"message\":\"Number %d\"}"
                                .formatted(at)
                                .getBytes(StandardCharsets.UTF_8),
                        RawMessage.FRESH))
                .toList();
    }

    @Test
    void aFormOfAnotherSiteIsTakenOnceAlsoWhenSentTwice() throws Exception {
        var id = connect(Map.of());
        String path = "/api/v1/forms/" + workspace.tenant() + "/" + id;
        var page = workspace.anonymous().get().uri(path).exchange();
        page.expectHeader().doesNotExist("X-Frame-Options");
        String html = new String(page.expectBody().returnResult().getResponseBodyContent());
        var token = Pattern.compile("name=\"form_token\" value=\"([^\"]+)\"").matcher(html);
        assertThat(token.find()).isTrue();
        String form =
                "name=Lena+Ray&email=lena%40harbour.example&message=Two+cranes%2C+please&windrose_leave_empty=&form_token="
                        + token.group(1);
        for (int time = 0; time < 2; time++) {
            var sent = post(path, form);
            assertThat(new String(sent.expectStatus()
                            .isOk()
                            .expectBody()
                            .returnResult()
                            .getResponseBodyContent()))
                    .contains("We write &lt;soon&gt;.");
        }
        var line = awaitDecided(1).getFirst();
        assertThat(line.state()).isEqualTo(MessageState.STORED);
        assertThat(line.body()).isEqualTo("Name: Lena Ray\nEmail: lena@harbour.example\nMessage: Two cranes, please");
        assertThat(line.sender()).isEqualTo("lena@harbour.example");
    }

    @Test
    void whoFillsWhatNobodySeesOrWritesTooOftenIsNotHeard() throws Exception {
        var id = connect(Map.of());
        post(inbound(id), "message=Buy+now&windrose_leave_empty=http%3A%2F%2Fspam.example")
                .expectStatus()
                .isOk();
        var line = awaitDecided(1).getFirst();
        assertThat(line.state()).isEqualTo(MessageState.EXCLUDED);
        assertThat(line.reason()).isEqualTo("spam");
        post(inbound(id), "windrose_leave_empty=").expectStatus().isBadRequest();
        int refused = 0;
        for (int time = 0; time < 12; time++) {
            if (post(inbound(id), "message=Number+" + time)
                            .returnResult()
                            .getStatus()
                            .value()
                    == 429) {
                refused++;
            }
        }
        assertThat(refused).isPositive();
        assertThat(as(() -> messages.list(id, null, null, 50))).hasSizeLessThanOrEqualTo(10);
        post("/api/v1/forms/" + workspace.tenant() + "/" + UUID.randomUUID(), "message=x")
                .expectStatus()
                .isNotFound();
    }

    private ResponseSpec post(String path, String form) {
        return workspace
                .anonymous()
                .post()
                .uri(path)
                .header("Origin", "https://shop.example")
                .header("Sec-Fetch-Site", "cross-site")
                .contentType(MediaType.APPLICATION_FORM_URLENCODED)
                .body(form.getBytes(StandardCharsets.UTF_8))
                .exchange();
    }
}
