package dev.windrose.context.retrieval;

import dev.windrose.llm.Embeddings;
import dev.windrose.llm.model.EndpointEmbeddings;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** The encoder of the workspace in scope: the one in the jar, or the endpoint that was set up, where texts may leave. */
@Component
class Encoders {

    private final Encoder own;
    private final EndpointEmbeddings endpoint;

    Encoders(Embeddings embeddings, EndpointEmbeddings endpoint) {
        this.own = new Own(embeddings);
        this.endpoint = endpoint;
    }

    Encoder current() {
        return endpoint.model().<Encoder>map(Endpoint::new).orElse(own);
    }

    /** The one that reads for every workspace; empty where that differs. */
    Optional<String> ofAll() {
        return endpoint.setUp() ? Optional.empty() : Optional.of(own.name());
    }

    private record Own(Embeddings embeddings) implements Encoder {

        @Override
        public String name() {
            return "all-minilm-l6-v2-q";
        }

        @Override
        public List<float[]> of(List<String> texts) {
            return (texts.size() == 1 ? List.of(embeddings.of(texts.getFirst())) : embeddings.of(texts))
                    .stream().map(VectorBytes::unit).toList();
        }

        @Override
        public int together() {
            return 8;
        }
    }

    private final class Endpoint implements Encoder {

        private final String model;

        Endpoint(String model) {
            this.model = model;
        }

        @Override
        public String name() {
            return model;
        }

        @Override
        public List<float[]> of(List<String> texts) {
            return endpoint.of(texts).stream().map(VectorBytes::unit).toList();
        }

        @Override
        public int together() {
            return 64;
        }
    }
}
