using OrleansContest.Channels;

namespace OrleansContest.Tests.Engine;

/// <summary>An engine whose seats the contract suite may use, whose memory it may lose, and whose time for leases it may let pass.</summary>
public interface ISeatsUnderTest
{
    ISeats Seats { get; }

    /// <summary>Lets time pass for leases.</summary>
    void Pass(TimeSpan time);

    /// <summary>Forces out of memory what can be brought back. <see cref="Seats"/> works again afterwards.</summary>
    Task LoseMemoryAsync();
}
