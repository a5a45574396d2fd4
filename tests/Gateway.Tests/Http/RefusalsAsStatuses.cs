using System.Reflection;
using OrleansContest.Channels;
using OrleansContest.Contests;
using OrleansContest.Gateway.Http;

namespace OrleansContest.Gateway.Tests.Http;

public sealed class RefusalsAsStatuses
{
    public static TheoryData<string> Codes => [.. All().Select(refusal => refusal.Code)];

    [Theory]
    [MemberData(nameof(Codes))]
    public void Every_reason_for_which_a_contest_says_no_has_one(string code) =>
        Assert.InRange(Refusals.StatusOf(new Refusal(code, "")), 400, 503);

    [Fact]
    public void A_reason_that_nobody_knows_is_a_fault() =>
        Assert.Throws<InvalidOperationException>(() => Refusals.StatusOf(new Refusal("Nobody knows", "")));

    [Fact]
    public void Busy_says_when_to_come_again() => Assert.Equal((503, 1), (Refusals.StatusOf(Refusal.Busy), Refusals.Answer(Refusal.Busy).RetryAfterSeconds));

    private static IEnumerable<Refusal> All() =>
        typeof(ContestRefusals).GetProperties(BindingFlags.Public | BindingFlags.Static).Select(property => (Refusal)property.GetValue(null)!)
            .Concat(typeof(ContestRefusals).GetMethods(BindingFlags.Public | BindingFlags.Static)
                .Where(method => !method.IsSpecialName)
                .Select(method => (Refusal)method.Invoke(null, [Argument(method)])!));

    private static object Argument(MethodInfo method) =>
        method.GetParameters().Single().ParameterType == typeof(string) ? "a reason" : new[] { "a reason" };
}
