using OrleansContest.Channels;

namespace OrleansContest.Gateway.Hub;

/// <summary>That spectators of a channel take seats.</summary>
/// <param name="Channel">Whose.</param>
/// <param name="Limit">Seats that there are, over all gateways.</param>
internal sealed record SeatPlan(ChannelId Channel, int Limit);
