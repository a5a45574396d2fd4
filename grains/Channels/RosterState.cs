namespace OrleansContest.Grains.Channels;

/// <summary>What a roster keeps: seats by holder.</summary>
[GenerateSerializer]
[Alias("OrleansContest.RosterState")]
internal sealed class RosterState
{
    [Id(0)]
    public Dictionary<string, int> Seats { get; set; } = [];
}
