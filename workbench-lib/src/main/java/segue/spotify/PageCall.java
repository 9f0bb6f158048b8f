package segue.spotify;

import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import java.io.IOException;
import org.apache.hc.core5.http.ParseException;
import se.michaelthelin.spotify.exceptions.SpotifyWebApiException;
import se.michaelthelin.spotify.model_objects.specification.Paging;

/** A {@link NewCall} whose answer is a page of entries. */
record PageCall(NewCall call) implements Calls.Request<Paging<JsonObject>> {
    @Override
    public Paging<JsonObject> execute() throws IOException, SpotifyWebApiException, ParseException {
        JsonObject json = call.execute().getAsJsonObject();
        JsonArray array = json.getAsJsonArray("items");
        JsonObject[] items = new JsonObject[array == null ? 0 : array.size()];
        for (int i = 0; i < items.length; i++) {
            JsonElement entry = array.get(i);
            items[i] = entry.isJsonObject() ? entry.getAsJsonObject() : null;
        }
        JsonElement next = json.get("next");
        JsonElement total = json.get("total");
        return new Paging.Builder<JsonObject>()
                .setItems(items)
                .setNext(next == null || next.isJsonNull() ? null : next.getAsString())
                .setTotal(total == null || total.isJsonNull() ? null : total.getAsInt())
                .build();
    }
}
