using OrleansContest.Channels;
using OrleansContest.Gateway.Hub;

namespace OrleansContest.Gateway.Events;

/// <summary>All updates but the last of a deleted event: the contract has no message for it, the socket is closed instead.</summary>
internal sealed class ShownUpdates : IUpdateFilter
{
    public const string Deleted = "deleted";

    private ShownUpdates()
    {
    }

    public static ShownUpdates Only { get; } = new();

    public bool Passes(Update update) => update.Type != Deleted;
}
