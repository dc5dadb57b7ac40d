using Reunion.Console.Api.Public.Pressure;
using Reunion.Core.Alerts;
using Reunion.Core.Common.Problems;
using Reunion.Core.Tips;
using Reunion.Core.Tips.Conversation;

namespace Reunion.Console.Api.Public;

/// <summary>Finds a receipt by its code, and stops whoever tries codes.</summary>
internal sealed class ReceiptReader(ReadTips tips, ReadConversation conversation, PublicAlerts alerts, WrongCodes wrong)
{
    /// <exception cref="ProblemException"><c>not_found</c>: unknown, or of a drill; both look alike.</exception>
    /// <exception cref="BadHttpRequestException">429: too many wrong ones from this address.</exception>
    public async Task<Receipt> FindAsync(HttpContext context, string code, CancellationToken cancel)
    {
        if (wrong.TooMany(context))
            throw new BadHttpRequestException("Too many codes were tried.", StatusCodes.Status429TooManyRequests);
        var tip = code.Length > 0 ? await tips.ByReceiptAsync(code, cancel) : null;
        if (tip is null || await alerts.FindAsync(tip.AlertId, cancel) is not { } facts)
        {
            wrong.Add(context);
            throw ProblemException.NotFound("receipt");
        }

        return new Receipt(
            code, tip, await conversation.ByReceiptAsync(code, cancel),
            facts.Alert.Status == AlertStatus.Ended ? null : facts.Case.ContactPhone);
    }
}
