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
 * <p>Each {@link segue.recommend.playlist.PartKind} is a small class with its formula: {@code ArtistPart}, {@code TagPart}, {@code
 * WordPart}, {@code SoundPart}, {@code HistogramPart}. {@code PartWeights} learns how much each is to be believed.
 */
package segue.recommend.playlist;
