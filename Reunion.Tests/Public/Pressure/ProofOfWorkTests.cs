using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using Microsoft.Extensions.Time.Testing;
using Reunion.Console.Api.Public.Pressure;

namespace Reunion.Tests.Public.Pressure;

public sealed class ProofOfWorkTests
{
    private const string Code = "7K3QX9PM";
    private const string Form = "0123456789abcdef0123456789abcdef";
    private const int Bits = 9;

    private readonly FakeTimeProvider _clock = new();
    private readonly ProofOfWork _proof;
    private readonly string _challenge;
    private readonly string _answer;

    public ProofOfWorkTests()
    {
        _proof = new ProofOfWork(_clock);
        _challenge = _proof.Ask(Code, Form, Bits);
        _answer = Solve(_challenge);
    }

    /// <summary>The first number that gives the zero bits which the challenge begins with.</summary>
    public static string Solve(string challenge)
    {
        var bits = int.Parse(challenge.Split('.')[0], CultureInfo.InvariantCulture);
        return Enumerable.Range(0, int.MaxValue).Select(n => n.ToString(CultureInfo.InvariantCulture))
            .First(n => Convert.ToString(BitConverter.ToInt32([.. Hash(challenge, n).Take(4).Reverse()]), 2).PadLeft(32, '0')[..bits].All(c => c == '0'));
    }

    [Fact]
    public void Work_that_was_done_is_good_for_one_content_and_that_as_often_as_it_is_sent()
    {
        Assert.True(Accept());
        Assert.True(Accept());
        Assert.False(Accept(content: "another"));
        Assert.True(Accept());
    }

    [Fact]
    public void An_answer_that_is_none_is_refused()
    {
        var wrong = Enumerable.Range(0, 1000).Select(n => n.ToString(CultureInfo.InvariantCulture)).First(n => Hash(_challenge, n)[0] != 0);
        Assert.False(Accept(answer: wrong));
        Assert.False(Accept(answer: ""));
        Assert.False(Accept(answer: new string('1', 21)));
        Assert.False(Accept(challenge: ""));
        Assert.False(Accept(challenge: "1.2.3.4"));
        Assert.False(Accept(challenge: new string('x', 5000)));
    }

    [Fact]
    public void One_bit_less_is_no_answer()
    {
        var almost = Enumerable.Range(0, int.MaxValue).Select(n => n.ToString(CultureInfo.InvariantCulture))
            .First(n => Hash(_challenge, n) is [0, >= 128, ..]);
        Assert.False(Accept(answer: almost));
    }

    [Fact]
    public void Work_stays_spent_while_older_work_is_forgotten()
    {
        Assert.True(Accept());
        _clock.Advance(TimeSpan.FromMinutes(5));
        Assert.False(Accept(content: "another"));
    }

    [Fact]
    public void It_is_bound_to_the_alert_and_the_form()
    {
        Assert.False(Accept(code: "00000000"));
        Assert.False(Accept(form: new string('0', 32)));
    }

    [Fact]
    public void A_challenge_that_was_changed_is_refused()
    {
        var parts = _challenge.Split('.');
        foreach (var changed in new[] { $"0.{parts[1]}.{parts[2]}.{parts[3]}", $"{parts[0]}.{parts[1]}9.{parts[2]}.{parts[3]}", $"{parts[0]}.{parts[1]}.AAAA.{parts[3]}" })
            Assert.False(_proof.Accept(Code, Form, changed, Solve(changed), "content", 0));
    }

    [Fact]
    public void It_expires_after_ten_minutes()
    {
        _clock.Advance(TimeSpan.FromMinutes(10));
        Assert.True(Accept());
        _clock.Advance(TimeSpan.FromSeconds(1));
        Assert.False(Accept());
        // Not even what was spent on it before.
        _clock.Advance(TimeSpan.FromMinutes(5));
        Assert.False(Accept(content: "another"));
    }

    [Fact]
    public void Work_from_before_the_attack_grew_by_much_is_not_enough()
    {
        Assert.False(Accept(leastBits: Bits + 2));
        Assert.True(Accept(leastBits: Bits + 1));
    }

    private static byte[] Hash(string challenge, string answer) => SHA256.HashData(Encoding.UTF8.GetBytes($"{challenge}.{answer}"));

    private bool Accept(
        string code = Code, string form = Form, string? challenge = null, string? answer = null, string content = "content", int leastBits = Bits) =>
        _proof.Accept(code, form, challenge ?? _challenge, answer ?? _answer, content, leastBits);
}
