using System.Threading.RateLimiting;
using Microsoft.AspNetCore.RateLimiting;
using OrleansContest.Gateway.Http;

namespace OrleansContest.Gateway.Security;

/// <summary>Limits the requests of one address by a token bucket.</summary>
internal static class RequestLimit
{
    private const int Unlimited = -1;

    public static void Apply(RateLimiterOptions limiter, AddressLimitOptions options)
    {
        limiter.GlobalLimiter = PartitionedRateLimiter.Create<HttpContext, int>(context => PartitionOf(context, options));
        limiter.OnRejected = (rejected, _) => new ValueTask(
            new ErrorAnswer(StatusCodes.Status429TooManyRequests, "Too many requests from this address", RetryAfterSeconds: 1)
                .ExecuteAsync(rejected.HttpContext));
    }

    private static RateLimitPartition<int> PartitionOf(HttpContext context, AddressLimitOptions options)
    {
        var address = context.Connection.RemoteIpAddress;
        return AddressSlot.IsLoopback(address) && !options.Loopback
            ? RateLimitPartition.GetNoLimiter(Unlimited)
            : RateLimitPartition.GetTokenBucketLimiter(AddressSlot.Of(address), _ => BucketOf(options));
    }

    private static TokenBucketRateLimiterOptions BucketOf(AddressLimitOptions options) => new()
    {
        TokenLimit = Math.Max(options.Burst, options.RequestsPerSecond),
        TokensPerPeriod = options.RequestsPerSecond,
        ReplenishmentPeriod = TimeSpan.FromSeconds(1),
        QueueLimit = 0,
        AutoReplenishment = true,
    };
}
