namespace OrleansContest.Gateway.Tests.Protocols;

/// <summary>Runs like any clock, but began when the story begins, so that its contacts were made just now.</summary>
internal sealed class ClockOfTheStory(DateTimeOffset begin) : TimeProvider
{
    private readonly long started = System.GetTimestamp();

    public override DateTimeOffset GetUtcNow() => begin + System.GetElapsedTime(started);
}
