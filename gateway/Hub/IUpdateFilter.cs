using OrleansContest.Channels;

namespace OrleansContest.Gateway.Hub;

/// <summary>What a subscriber wants. Equal filters are equal objects, so that their subscribers share frames.</summary>
internal interface IUpdateFilter
{
    bool Passes(Update update);

    /// <summary>What is only of the moment passes, unless a filter says otherwise.</summary>
    bool Passes(Moment moment) => true;
}
