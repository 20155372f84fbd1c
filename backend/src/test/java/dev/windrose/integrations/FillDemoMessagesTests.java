package dev.windrose.integrations;

import static org.assertj.core.api.Assertions.assertThat;

import dev.windrose.platform.ActorScope;
import dev.windrose.platform.mail.OutboundMails;
import dev.windrose.testing.WindroseTest;
import dev.windrose.testing.Workspaces;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

@WindroseTest
class FillDemoMessagesTests {

    @Autowired
    FillDemoMessages demo;

    @Autowired
    ReceivedMessages messages;

    @Autowired
    OutboundMails mails;

    @Test
    void givesAFormItsMessagesAndMailThatWaitsOnce() {
        ActorScope.run(Workspaces.fresh().owner(), () -> {
            demo.fill();
            demo.fill();
            assertThat(messages.list(null, null, null, 10)).hasSize(2);
            assertThat(mails.list(null, null, 10)).hasSize(2);
        });
    }
}
