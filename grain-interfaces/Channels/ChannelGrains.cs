using OrleansContest.Accounts;
using OrleansContest.Contests;
using OrleansContest.Events;
using OrleansContest.Matches;
using OrleansContest.Pileups;
using OrleansContest.Quizzes;

namespace OrleansContest.Channels;

/// <summary>Which grain interface stands for which kind. A new kind adds its line to <c>all</c>.</summary>
public static class ChannelGrains
{
    private static readonly GrainOfKind[] all =
    [
        new("contest", typeof(IContest), (grains, id) => grains.GetGrain<IContestGrain>(id)),
        new("event", typeof(IEvent), (grains, id) => grains.GetGrain<IEventGrain>(id)),
        new("match", typeof(IMatch), (grains, id) => grains.GetGrain<IMatchGrain>(id)),
        new("pileup", typeof(IPileup), (grains, id) => grains.GetGrain<IPileupGrain>(id)),
        new("quiz", typeof(IQuiz), (grains, id) => grains.GetGrain<IQuizGrain>(id)),
        new("accounts", typeof(IAccounts), (grains, id) => grains.GetGrain<IAccountsGrain>(id)),
    ];

    /// <summary>The channel of that name.</summary>
    /// <exception cref="ArgumentException">The cluster hosts no such kind.</exception>
    public static IChannel GetChannel(this IGrainFactory grains, ChannelId channel) =>
        (all.FirstOrDefault(kind => kind.Name == channel.Kind) ?? throw Unknown(channel.Kind)).Get(grains, channel.Id);

    /// <summary>The channel of that kind and id.</summary>
    /// <exception cref="ArgumentException">The cluster hosts no such kind, or <paramref name="id"/> is not a channel id.</exception>
    public static TChannel GetChannel<TChannel>(this IGrainFactory grains, string id)
        where TChannel : class, IChannel
    {
        var kind = all.FirstOrDefault(kind => kind.Face == typeof(TChannel)) ?? throw Unknown(typeof(TChannel).Name);
        return (TChannel)kind.Get(grains, new ChannelId(kind.Name, id).Id);
    }

    private static ArgumentException Unknown(string kind) => new($"This cluster hosts no channels of kind '{kind}'.");

    private sealed record GrainOfKind(string Name, Type Face, Func<IGrainFactory, string, IChannel> Get);
}
