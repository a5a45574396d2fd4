using Microsoft.AspNetCore.Identity;
using OrleansContest.Accounts;

namespace OrleansContest.Gateway.Accounts;

/// <summary>Hashes and checks passwords, with the framework's hasher: slow on purpose, so only few at a time, and of those who wait not too many.</summary>
internal sealed class PasswordCheck : IDisposable
{
    private const int maxWaiting = 200;

    private readonly PasswordHasher<string> hasher = new();
    private readonly SemaphoreSlim places = new(Environment.ProcessorCount);
    private readonly string ofNobody;
    private int waiting;

    public PasswordCheck() => ofNobody = hasher.HashPassword("", Guid.NewGuid().ToString());

    /// <returns>Null when too many wait.</returns>
    public Task<string?> HashAsync(string password) => InTurnAsync(() => hasher.HashPassword("", password));

    /// <summary>Takes as long for an account that there is not.</summary>
    /// <returns>Whether it is the account's password; null when too many wait.</returns>
    public async Task<bool?> IsRightAsync(Account? account, string password)
    {
        var verdict = await InTurnAsync(() => hasher.VerifyHashedPassword("", account?.PasswordHash ?? ofNobody, password).ToString());
        return verdict is null ? null : account is not null && verdict != nameof(PasswordVerificationResult.Failed);
    }

    public void Dispose() => places.Dispose();

    private async Task<string?> InTurnAsync(Func<string> work)
    {
        try
        {
            if (Interlocked.Increment(ref waiting) > maxWaiting)
            {
                return null;
            }

            await places.WaitAsync();
            try
            {
                return work();
            }
            finally
            {
                places.Release();
            }
        }
        finally
        {
            Interlocked.Decrement(ref waiting);
        }
    }
}
