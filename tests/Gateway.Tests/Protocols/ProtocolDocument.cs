namespace OrleansContest.Gateway.Tests.Protocols;

/// <summary>What every protocol's document must be.</summary>
/// <param name="story">Has played it.</param>
public abstract class ProtocolDocument<TStory>(TStory story)
    where TStory : class, IProtocolStory
{
    public static TheoryData<string> Names { get; } = [.. new DocumentedExamples(TStory.Document).Received];

    [Theory]
    [MemberData(nameof(Names))]
    public void Shows_what_the_gateway_really_says(string name)
    {
        Assert.True(story.Received.ContainsKey(name), "The gateway never said it.");
        var differences = ExampleDifferences.Between(story.Examples[name], story.Received[name]);
        Assert.True(differences.Count == 0, $"{string.Join('\n', differences)}\n\nIt really says:\n{story.Received[name]}");
    }

    [Fact]
    public void Has_an_example_of_everything_that_was_said() => Assert.Empty(story.Received.Keys.Except(story.Examples.Received));

    [Fact]
    public void Has_no_request_that_was_never_made() => Assert.Empty(story.Examples.NeverSent);
}
