package segue.page.server;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonMappingException;
import com.fasterxml.jackson.databind.MapperFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.javalin.http.Context;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.reflect.RecordComponent;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;

/** The JSON that the page sends and takes. */
public final class Json {
    private static final JsonMapper MAPPER = JsonMapper.builder()
            .enable(
                    DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES,
                    DeserializationFeature.FAIL_ON_TRAILING_TOKENS,
                    DeserializationFeature.FAIL_ON_NULL_FOR_PRIMITIVES)
            .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
            .disable(MapperFeature.ALLOW_COERCION_OF_SCALARS)
            .disable(DeserializationFeature.ACCEPT_FLOAT_AS_INT)
            .build();

    private Json() {}

    public static byte[] bytes(Object answer) {
        if (answer instanceof JsonText.Written written) {
            JsonText json = new JsonText();
            written.writeTo(json);
            return json.bytes();
        }
        try {
            return MAPPER.writeValueAsBytes(answer);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("an answer could not be written as JSON", e);
        }
    }

    /** What the page itself has written. */
    public static <T> T read(byte[] json, Class<T> record) {
        try {
            return MAPPER.readValue(json, record);
        } catch (IOException e) {
            throw new UncheckedIOException("JSON of the page's own could not be read", e);
        }
    }

    /**
     * The body of a request, read strictly: {@code Content-Type: application/json}, no other fields than the record has, none
     * twice, none of another type.
     *
     * @throws ApiError 415 or 400, saying what is wrong and where
     */
    public static <T> T body(Context ctx, Class<T> record) {
        String type = ctx.contentType();
        if (type == null || !type.split(";", 2)[0].strip().equalsIgnoreCase("application/json")) {
            throw new ApiError(
                    415,
                    "not_json",
                    "The body must be JSON but came as %s.".formatted(type == null ? "nothing" : Query.shown(type)),
                    "Send it with Content-Type: application/json.");
        }
        T value;
        try {
            value = MAPPER.readValue(ctx.bodyAsBytes(), record);
        } catch (JsonMappingException wrong) {
            throw ApiError.badParameter(
                    "The body cannot be read%s: %s.".formatted(place(wrong), Query.shown(wrong.getOriginalMessage())),
                    "It takes " + fields(record) + ".");
        } catch (JsonProcessingException wrong) {
            throw ApiError.badParameter(
                    "The body is no JSON: %s.".formatted(Query.shown(wrong.getOriginalMessage())),
                    "It takes " + fields(record) + ".");
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
        if (value == null) {
            throw ApiError.badParameter("The body is null.", "It takes " + fields(record) + ".");
        }
        return value;
    }

    private static String place(JsonMappingException wrong) {
        String path = wrong.getPath().stream()
                .map(JsonMappingException.Reference::getFieldName)
                .filter(Objects::nonNull)
                .collect(Collectors.joining("."));
        return path.isEmpty() ? "" : " at " + Query.shown(path);
    }

    private static String fields(Class<?> record) {
        return List.of(record.getRecordComponents()).stream()
                .map(RecordComponent::getName)
                .collect(Collectors.joining(", "));
    }
}
