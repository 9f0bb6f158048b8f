package segue.chart.map;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.awt.Color;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.IntUnaryOperator;
import java.util.stream.IntStream;
import java.util.zip.GZIPOutputStream;
import segue.catalog.Catalog;
import segue.catalog.Track;
import segue.chart.Palette;

/**
 * All of a map as bytes that {@code pack.js} reads: the length of a JSON header as a big-endian {@code int}, the header, then
 * sections one after the other as the header lists them; gzip around all, then base64.
 *
 * <p>Numbers stand as planes, all high bytes before all low ones, which gzip likes. Coordinates are 16 bits of the longer
 * side: a 65,535th of the map, under a pixel up to a zoom of 60.
 */
final class MapPack {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final int STEPS = 0xffff;
    private static final int GZIP_BUFFER = 1 << 16;
    private static final int MOST_GENRES_OF_A_SONG = 3;

    private final List<Map<String, Object>> sections = new ArrayList<>();
    private final ByteArrayOutputStream body = new ByteArrayOutputStream();

    private MapPack() {}

    static String base64(SongMap map, Optional<String> page) {
        MapPack pack = new MapPack();
        Map<String, Object> header = pack.fill(map, page);
        byte[] json = json(header);
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (GZIPOutputStream gzip = new GZIPOutputStream(out, GZIP_BUFFER)) {
            gzip.write(ByteBuffer.allocate(Integer.BYTES).putInt(json.length).array());
            gzip.write(json);
            pack.body.writeTo(gzip);
        } catch (IOException e) {
            throw new UncheckedIOException("memory cannot be written to", e);
        }
        return Base64.getEncoder().encodeToString(out.toByteArray());
    }

    private Map<String, Object> fill(SongMap map, Optional<String> page) {
        Frame frame = Frame.of(map);
        int points = map.coordinates().rows();
        int[] xs = steps(points, row -> frame.x(map.coordinates().get(row, 0)));
        int[] ys = steps(points, row -> frame.y(map.coordinates().get(row, 1)));
        planes("x", points, 2, row -> xs[row]);
        planes("y", points, 2, row -> ys[row]);
        Optional<PackedGroups> pointedOut = map.groups() != SongMap.GroupMarks.NONE && points > 0
                ? Optional.of(new PackedGroups(xs, ys, STEPS, map.groups()))
                : Optional.empty();
        map.songs().ifPresent(songs -> addSongs(songs, page.isPresent()));
        Map<String, Object> header = new LinkedHashMap<>();
        header.put("title", MapText.wellFormed(map.title()));
        header.put("points", points);
        header.put("named", map.songs().isPresent());
        header.put("page", page.orElse(null));
        header.put("frame", frame);
        header.put("palette", hex(Palette.series()));
        header.put("scale", hex(Palette.sequential()));
        header.put(
                "colourings",
                map.colourings().stream()
                        .map(colouring -> colouring(colouring, pointedOut))
                        .toList());
        header.put("within", GroupOutline.WITHIN);
        header.put("marks", map.marks().stream().map(frame::mark).toList());
        header.put("sections", sections);
        return header;
    }

    private void addSongs(Catalog songs, boolean withIds) {
        section("names", MapText.column(texts(songs, Track::name)));
        dictionary("artists", texts(songs, track -> String.join(", ", track.artists())));
        dictionary(
                "genres",
                texts(
                        songs,
                        track -> String.join(
                                ", ",
                                track.genres().stream()
                                        .limit(MOST_GENRES_OF_A_SONG)
                                        .toList())));
        planes(
                "years",
                songs.size(),
                2,
                row -> Math.clamp(songs.track(row).year().orElse(0), 0, STEPS));
        if (withIds) {
            section("ids", MapText.column(texts(songs, Track::id)));
        }
    }

    private static int[] steps(int points, IntUnaryOperator step) {
        return IntStream.range(0, points).map(step).toArray();
    }

    private static List<String> texts(Catalog songs, Function<Track, String> text) {
        return songs.tracks().stream().map(text).toList();
    }

    private void dictionary(String name, List<String> texts) {
        MapText.Dictionary dictionary = MapText.Dictionary.of(texts);
        section(name, MapText.column(dictionary.words()));
        planes(name + " rows", texts.size(), 3, row -> dictionary.positions()[row]);
    }

    private Map<String, Object> colouring(Colouring colouring, Optional<PackedGroups> pointedOut) {
        String section = "colouring " + sections.size();
        Map<String, Object> described = new LinkedHashMap<>();
        described.put("title", MapText.wellFormed(colouring.title()));
        described.put("section", section);
        switch (colouring) {
            case Colouring.Groups groups -> {
                described.put(
                        "names",
                        groups.names().stream().map(MapText::wellFormed).toList());
                planes(section, groups.size(), 2, row -> groups.groups()[row] + 1);
                pointedOut.ifPresent(places -> described.putAll(places.of(groups)));
            }
            // The upper 24 of 32 bits, rounded: whole numbers up to 65,536 stay exact, all else to 5 digits.
            case Colouring.Amounts amounts ->
                planes(section, amounts.size(), 3, row -> upperBits(amounts.values()[row]));
        }
        return described;
    }

    private static int upperBits(float value) {
        int bits = Float.floatToIntBits(value);
        return Float.isFinite(value) ? (bits + 0x80) >>> 8 : Float.floatToIntBits(Float.NaN) >>> 8;
    }

    private void planes(String name, int rows, int bytes, IntUnaryOperator value) {
        byte[] planes = new byte[Math.multiplyExact(rows, bytes)];
        for (int row = 0; row < rows; row++) {
            int bits = value.applyAsInt(row);
            for (int plane = 0; plane < bytes; plane++) {
                planes[plane * rows + row] = (byte) (bits >>> Byte.SIZE * (bytes - 1 - plane));
            }
        }
        section(name, planes);
    }

    private void section(String name, byte[] content) {
        sections.add(Map.of("name", name, "bytes", content.length));
        body.writeBytes(content);
    }

    private static List<String> hex(Color[] colours) {
        return Arrays.stream(colours)
                .map(colour -> String.format("#%06x", colour.getRGB() & 0xffffff))
                .toList();
    }

    private static byte[] json(Object value) {
        try {
            return JSON.writeValueAsString(value).getBytes(StandardCharsets.UTF_8);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("a header could not be written as JSON", e);
        }
    }

    /** The square of the map, of which places are told in steps. */
    record Frame(double left, double bottom, double side) {
        static Frame of(SongMap map) {
            double left = Double.POSITIVE_INFINITY;
            double right = Double.NEGATIVE_INFINITY;
            double bottom = Double.POSITIVE_INFINITY;
            double top = Double.NEGATIVE_INFINITY;
            for (int row = 0; row < map.coordinates().rows(); row++) {
                left = Math.min(left, map.coordinates().get(row, 0));
                right = Math.max(right, map.coordinates().get(row, 0));
                bottom = Math.min(bottom, map.coordinates().get(row, 1));
                top = Math.max(top, map.coordinates().get(row, 1));
            }
            if (map.coordinates().rows() == 0) {
                return new Frame(0, 0, 1);
            }
            double side = Math.max(right - left, top - bottom);
            return new Frame(left, bottom, side > 0 ? side : 1);
        }

        int x(float x) {
            return (int) Math.round((x - left) / side * STEPS);
        }

        int y(float y) {
            return (int) Math.round((y - bottom) / side * STEPS);
        }

        /** A mark may stand outside of all points. */
        Map<String, Object> mark(SongMap.Mark mark) {
            return Map.of(
                    "label", MapText.wellFormed(mark.label()),
                    "x", (mark.x() - left) / side * STEPS,
                    "y", (mark.y() - bottom) / side * STEPS);
        }
    }
}
