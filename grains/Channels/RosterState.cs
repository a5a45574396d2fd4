using OrleansContest.Channels;

namespace OrleansContest.Grains.Channels;

/// <summary>What a roster keeps: the leases by holder.</summary>
[GenerateSerializer]
[Alias("OrleansContest.RosterState")]
internal sealed class RosterState
{
    [Id(0)]
    public Dictionary<string, KeptLease> Leases { get; set; } = [];
}

/// <summary>A lease as it is kept; when it was renewed is worthless later.</summary>
[GenerateSerializer]
[Alias("OrleansContest.KeptLease")]
internal sealed record KeptLease(
    [property: Id(0)] int Seats, [property: Id(1)] int Seated, [property: Id(2)] long Turn, [property: Id(3)] TimeSpan Term)
{
    public static KeptLease Of(Lease lease) => new(lease.Seats, lease.Seated, lease.Turn, lease.Term);

    public Lease ToLease() => new(Seats, Seated, 0, Turn, default) { Term = Term };

    /// <summary>Whether nobody who relies on either would notice a difference.</summary>
    public bool PromisesSameAs(Lease lease) => Seats == lease.Seats && Term == lease.Term;
}
