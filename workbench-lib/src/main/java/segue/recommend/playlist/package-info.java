/**
 * Continues playlists, by songs that other playlists have and by songs that nobody has listed.
 *
 * <pre>{@code
 * Playlists lists = Playlists.load(file, songs).playlists();
 * PlaylistModel model = PlaylistModel.fit(songs, lists, PlaylistOptions.defaults().withTags(genres::genresOf));
 * List<Suggestion> next = model.continueList(lists.lists().getFirst().songs(), 10);
 * next.forEach(IO::println);     // 6.02  Blur – Song 2 (1997): tags britpop, rock; its artist stands in other lists with Oasis
 * model.save(Path.of("lists.model"));
 * }</pre>
 *
 * <p>Each {@link segue.recommend.playlist.PartKind} is a small class with its formula: {@code ArtistPart}, {@code CompanionPart},
 * {@code TagPart}, {@code FactorPart}, {@code WordPart}, {@code SoundPart}, {@code HistogramPart}. {@code PartWeights} learns how
 * much each is to be believed; {@code docs/evaluation.md} shows what each earns.
 * What a catalogue does not know (dates, artists, tags) is left out and the other parts are weighed without it; a single song's
 * missing value counts as 0, neither for nor against it. Of recordings, sound is told from the columns that they have.
 *
 * <p>Cost: from 471 playlists it learns over 28,356 songs in about 8 s of CPU time, over 105,681 in about 13 s, most of it for
 * factors; saved, the latter are 43 MB. Among 105,681 songs 50 are found in 7 to 13 ms of CPU time, with their reasons in 7 to
 * 16 ms, for lists of 1 to 1,000.
 */
package segue.recommend.playlist;
