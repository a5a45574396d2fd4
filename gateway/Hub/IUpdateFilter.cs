using OrleansContest.Channels;

namespace OrleansContest.Gateway.Hub;

/// <summary>Which updates a subscriber wants. Equal filters are equal objects, so that their subscribers share frames.</summary>
internal interface IUpdateFilter
{
    bool Passes(Update update);
}
