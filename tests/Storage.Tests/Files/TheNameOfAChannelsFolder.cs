using OrleansContest.Channels;
using OrleansContest.Storage.Files;

namespace OrleansContest.Storage.Tests.Files;

public sealed class TheNameOfAChannelsFolder
{
    private const string Letters = "ABYZabyz019._-";

    [Theory]
    [InlineData("cqww-26", "cqww-26")]
    [InlineData("CQ-ww", "~c~q-ww")]
    [InlineData("a.", "a~0")]
    [InlineData("a..", "a.~0")]
    [InlineData("con", "~1con")]
    [InlineData("nul.txt", "~1nul.txt")]
    [InlineData("CON", "~c~o~n")]
    [InlineData("lpt9", "~1lpt9")]
    [InlineData("console", "console")]
    public void Is_the_id_in_lower_case_with_marks(string id, string name)
    {
        Assert.Equal(name, ChannelPaths.Escape(id));
        Assert.Equal(id, ChannelPaths.Unescape(name));
    }

    [Theory]
    [InlineData("ABC")]
    [InlineData("a.")]
    [InlineData("con")]
    [InlineData("~")]
    [InlineData("a~2")]
    [InlineData("~1abc")]
    [InlineData("a~0b")]
    [InlineData("lost+found")]
    public void Is_no_other_than_the_one_given_to_the_id(string name) => Assert.Null(ChannelPaths.Unescape(name));

    [Fact]
    public void Is_different_for_different_ids_where_case_does_not_count()
    {
        var ids = Ids().ToList();

        var names = ids.Select(ChannelPaths.Escape).ToHashSet(StringComparer.OrdinalIgnoreCase);

        Assert.Equal(ids.Count, names.Count);
        Assert.Equal(ids, ids.Select(ChannelPaths.Escape).Select(ChannelPaths.Unescape));
    }

    /// <summary>Every id of up to three of some letters.</summary>
    private static IEnumerable<string> Ids()
    {
        var pairs = Letters.SelectMany(a => Letters.Select(b => $"{a}{b}"));
        string[] tails = ["", .. Letters.Select(letter => $"{letter}"), .. pairs];
        return Letters.SelectMany(first => tails.Select(tail => first + tail)).Where(ChannelId.IsValidId);
    }
}
