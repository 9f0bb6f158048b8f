package segue.catalog;

import java.util.HashSet;
import java.util.Random;
import java.util.Set;

/** Invented artists and titles from word lists; places and surnames do not exist, so that nobody takes them for real. */
final class SampleNames {
    private static final String[] ADJECTIVES = {
        "Amber",
        "Borrowed",
        "Copper",
        "Crooked",
        "Distant",
        "Electric",
        "Feral",
        "Gilded",
        "Hollow",
        "Idle",
        "Lopsided",
        "Midnight",
        "Mossy",
        "Nameless",
        "Opal",
        "Paper",
        "Quiet",
        "Restless",
        "Salted",
        "Second-Hand",
        "Silver",
        "Slow",
        "Sunken",
        "Tangled",
        "Thirteenth",
        "Velvet",
        "Wandering",
        "Winter",
        "Yellow",
        "Unfinished"
    };
    private static final String[] NOUNS = {
        "Aqueduct", "Barometer", "Carousel", "Comet", "Dahlia", "Engine", "Ferry", "Gramophone", "Harbour", "Heron",
        "Inkwell", "Juniper", "Kettle", "Lantern", "Marmalade", "Meridian", "Moth", "Nettle", "Orchard", "Paperboat",
        "Pendulum", "Quarry", "Radio", "River", "Sparrow", "Tide", "Umbrella", "Viaduct", "Weathervane", "Zeppelin"
    };
    private static final String[] VERBS = {
        "Carry", "Forget", "Follow", "Hum", "Leave", "Mend", "Miss", "Outrun", "Remember", "Rewind", "Tell", "Wake"
    };
    private static final String[] PLACES = {
        "Velmora",
        "Qarith Bay",
        "Ostrevelle",
        "Nínharbor",
        "São Brevo",
        "Lyskilde",
        "Tamborak",
        "Old Ferrowick",
        "Zürnheim",
        "Port Umbra",
        "Kōrisato",
        "Drémont"
    };
    private static final String[] FIRST = {
        "Aurelio",
        "Bettany",
        "Célestine",
        "Dagný",
        "Ezekwe",
        "Fenna",
        "Günay",
        "Hollis",
        "Ilse",
        "Jovan",
        "Kaimana",
        "Łucja",
        "Mireia",
        "Nkechi",
        "Oisín",
        "Pilar",
        "Quill",
        "Rūta",
        "Søren",
        "Tomoko",
        "Ulla",
        "Vashti",
        "Wren",
        "Zé"
    };
    private static final String[] LAST = {
        "Abelquist", "Brambleworth", "Corvessa", "D'Ombreval", "Eskarsson", "Fennimarsh", "Galdórez", "Hexenbaum",
        "Iskandren", "Jorvalund", "Kestrelby", "Lumenski", "Morrowvane", "Nightwhistle", "O'Quillan", "Palisandre",
        "Quartermoon", "Ravensholt", "Sandoveiga", "Thistledown", "Umberwood", "Vantongeren", "Wyndlass", "Ysolde"
    };
    private static final String[] EMOJI = {"🔥", "🌙", "💫", "🎹"};

    private final Random random;
    private final Set<String> artists = new HashSet<>();

    SampleNames(Random random) {
        this.random = random;
    }

    String artist(SampleGenre genre) {
        String name = newArtist(genre);
        while (!artists.add(name)) {
            name = newArtist(genre);
        }
        return name;
    }

    private String newArtist(SampleGenre genre) {
        String person = pick(FIRST) + " " + pick(LAST);
        int pattern = random.nextInt(10);
        return switch (genre) {
            case JAZZ -> pattern < 4 ? person + (pattern < 2 ? " Quartet" : " Trio") : person;
            case CLASSICAL -> pattern < 3 ? pick(PLACES) + " Chamber Players of " + pick(LAST) : person;
            case ELECTRONIC -> pattern < 4 ? "DJ " + pick(LAST) : pick(NOUNS) + " " + pick(LAST);
            case HIP_HOP -> pattern < 4 ? "MC " + pick(LAST) : "Lil' " + pick(LAST) + " " + pick(NOUNS);
            case LATIN -> pattern < 4 ? "Los " + pick(LAST) + " de " + pick(PLACES) : person;
            case ROCK, METAL, POP ->
                pattern < 6
                        ? "The " + pick(ADJECTIVES) + " " + pick(LAST) + "s"
                        : pattern < 8 ? pick(LAST) + ", " + pick(LAST) + " & " + pick(NOUNS) : person;
            default -> pattern < 3 ? pick(ADJECTIVES) + " " + pick(LAST) : person;
        };
    }

    String title() {
        String title = switch (random.nextInt(9)) {
            case 0 -> pick(ADJECTIVES) + " " + pick(NOUNS);
            case 1 -> pick(VERBS) + " the " + pick(NOUNS);
            case 2 -> pick(NOUNS) + " over " + pick(PLACES);
            case 3 -> "Don't " + pick(VERBS) + " My " + pick(NOUNS);
            case 4 -> pick(ADJECTIVES) + " Train to " + pick(PLACES);
            case 5 -> pick(VERBS) + " Me, " + pick(ADJECTIVES) + " " + pick(NOUNS);
            case 6 -> pick(NOUNS) + " and " + pick(NOUNS);
            case 7 -> "A " + pick(NOUNS) + " for " + pick(FIRST);
            default -> "\"" + pick(ADJECTIVES) + "\" " + pick(NOUNS) + ", Pt. " + (1 + random.nextInt(3));
        };
        return random.nextInt(150) == 0 ? title + " " + pick(EMOJI) : title;
    }

    private String pick(String[] words) {
        return words[random.nextInt(words.length)];
    }
}
