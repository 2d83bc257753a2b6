package dev.tieout.testkit.company.internal.wire;

import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/**
 * A catalogued fault code (QuickBooks facts P3).
 *
 * @param code the code
 * @param status the HTTP status it comes with
 * @param type the fault's type
 * @param message the short text
 * @param detail what the long text usually says
 */
public record FaultCode(int code, int status, String type, String message, String detail) {
    static final String NOT_FOUND = "Object Not Found : Something you're trying to use has been made inactive."
            + " Check the fields with accounts, customers, items, vendors or employees.";
    static final String BAD_REFERENCE = "Invalid Reference Id : Something you're trying to use has been made inactive."
            + " Check the fields with accounts, customers, items, vendors or employees.";
    /** What 610 says of a link to a transaction that never was. */
    public static final String LINK_NOT_FOUND = "Object Not Found : Something you're trying to use has been deleted."
            + " Check the fields with accounts, customers, items, vendors or employees.";

    private static final String VALIDATION = "ValidationFault";
    private static final Map<Integer, FaultCode> ALL = new HashMap<>();

    static {
        access();
        requests();
        values();
        business();
        more();
    }

    /** The entry of a code; an unknown code is taken as a validation fault without a text of its own. */
    public static FaultCode of(int code) {
        FaultCode entry = ALL.get(code);
        return entry == null ? new FaultCode(code, 400, VALIDATION, "Error " + code, "Error " + code) : entry;
    }

    /** All catalogued codes in order. */
    public static Set<Integer> codes() {
        return new TreeSet<>(ALL.keySet());
    }

    private static void put(int code, String message, String detail) {
        ALL.put(code, new FaultCode(code, 400, VALIDATION, message, detail));
    }

    private static void put(int code, int status, String type, String message, String detail) {
        ALL.put(code, new FaultCode(code, status, type, message, detail));
    }

    private static void access() {
        String authentication = "AuthenticationFault";
        put(
                100,
                401,
                authentication,
                "General Authentication Error",
                "AuthenticationErrorGeneral: SRV-110-Authentication Failure , statusCode: 401");
        put(110, 401, authentication, "Authentication OAuth Error", "AuthenticationErrorOauth, statusCode: 401");
        put(
                120,
                401,
                "AuthorizatonFault",
                "Authorization Failure",
                "AuthorizationFailure: --11014-You do not have access to use QuickBooks Online., statusCode: 401");
        put(
                130,
                401,
                authentication,
                "Accessing Wrong Cluster",
                "WrongClusterError: -11017-You have accessed the wrong server.  You will now be redirected. ,"
                        + " statusCode: 401");
        put(140, 401, authentication, "Company Locked Out", "CompanyLockedOut, statusCode: 401");
        put(150, 503, "ServiceFault", "Company Under Maintenance", "CompanyUnderMaintenance, statusCode: 503");
        put(
                3001,
                429,
                "SERVICE",
                "message=ThrottleExceeded; errorCode=003001; statusCode=429",
                "The request limit was reached.  Try again later");
        put(3100, 403, "SERVICE", "message=ApplicationAuthorizationFailed; errorCode=003100; statusCode=403", "null");
        put(
                3200,
                401,
                "AUTHENTICATION",
                "message=AuthenticationFailed; errorCode=003200; statusCode=401",
                "Token expired");
        put(3202, 401, "AUTHENTICATION", "message=EmptyField; errorCode=003202; statusCode=401", "oauth_token");
        put(
                10000,
                500,
                "SystemFault",
                "An application error has occurred while processing your request",
                "System Failure Error: an unexpected error occurred");
    }

    private static void requests() {
        put(500, "Unsupported Operation", "Operation is not supported.");
        put(600, "Duplicate Request ID", "Duplicate Request ID");
        put(610, "Object Not Found", NOT_FOUND);
        put(
                620,
                "TxnID Cannot Be Linked",
                "TxnID Cannot Be Linked : Cannot validate linked transactions: Something you're trying to use has been"
                        + " made inactive. Check the fields with accounts, customers, items, vendors or employees.");
        put(630, "Duplicate Object", "Duplicate Object");
        put(700, "Invalid Parent", "The parent is not valid");
        put(800, "Object has dependencies", "The object is used by others");
        put(900, "Parent is a child", "The parent of an object may not be its own child");
        put(1000, "Operation failed", "Operation failed");
        put(1010, "Create failed", "Create failed");
        put(1020, "Update failed", "Update failed");
        put(1040, "Batch size exceeds the allowed limit", "Batch size exceeds the allowed limit");
        put(1050, "Invalid Content Type", "Invalid Content Type");
        put(2000, "Invalid or unsupported object name", "Invalid or unsupported object name");
        put(2010, "Request has invalid or unsupported property", "Property is unsupported or invalid");
        put(4000, "Error parsing query", "QueryParserError");
        put(4001, "Invalid query", "QueryValidationError");
        put(4002, 400, "Service", "Error processing query", "QueryProcessingError");
        put(5000, "Deprecated field", "Deprecated field");
        put(
                5020,
                "Permission Denied Error",
                "Permission Denied Error : You do not have the access rights to use this feature.");
        put(5030, "Feature Not Supported", "Feature Not Supported : the company's plan has no such feature.");
        put(10100, 500, "SystemFault", "Result Set Big", "The result is too large");
        put(10200, 400, "SystemFault", "Company Reset", "The company was reset: the change is stale");
    }

    private static void values() {
        put(
                2020,
                "Required param missing, need to supply the required value for the API",
                "Required parameter is missing in the request");
        put(2030, "Invalid ID", "Id should be a valid number. Supplied value:");
        put(2040, "Invalid String", "Element contains invalid characters.");
        put(
                2050,
                "String length is either shorter or longer than supported by specification",
                "String length specified does not match the supported length.");
        put(2060, "Invalid Date Format", "The date format is not valid.");
        put(2070, "Invalid Date", "The date is not valid.");
        put(2080, "Invalid Number Format", "The number format is not valid.");
        put(2090, "Invalid Number", "The number is not valid.");
        put(2100, "Invalid Decimal Format", "The decimal format is not valid.");
        put(2110, "Invalid Decimal", "The decimal is not valid.");
        put(2120, "Invalid Type", "The type is not valid.");
        put(2130, "Invalid Request Id Format", "The request id is too long or holds invalid characters.");
        put(2140, "Invalid Amount", "The amount is not valid.");
        put(2150, "Invalid Percent", "The percentage is not valid.");
        put(2160, "Invalid Quantity", "The quantity is not valid.");
        put(2170, "Invalid Enumeration", "Invalid Enumeration");
        put(2180, "Invalid String Range", "The text is out of range.");
        put(2190, "Invalid Date Range", "The date is out of range.");
        put(2200, "Invalid URL Format", "The URL is not valid.");
        put(2210, "Invalid Email Address Format", "Invalid Email Address Format : Email Address is not valid.");
        put(2220, "Invalid Currency Type", "The currency is not valid.");
        put(2230, "Invalid Boolean", "The value is neither true nor false.");
        put(2240, "Invalid Number Range", "The number is out of range.");
        put(2250, "Missing lines", "The transaction has no lines.");
        put(2260, "Missing PostingType", "PostingType is missing.");
        put(2270, "Missing TaxApplicableOn", "TaxApplicableOn is missing.");
        put(2280, "Missing TaxAmount", "TaxAmount is missing.");
        put(2290, "Negative amount", "A negative amount is not allowed.");
        put(2300, "Amounts of debits and credits differ", "The total of debits is not equal to the total of credits.");
        put(
                2410,
                "Curreny, ExchangeRate is missing.",
                "The currency and exchange rate are required for transaction in foreign currency.");
        put(2500, "Invalid Reference Id", BAD_REFERENCE);
        put(2600, "Conflicting elements", "Two elements contradict each other.");
        put(3000, "Invalid custom field", "The custom field is not valid.");
    }

    private static void business() {
        put(
                5010,
                "Stale Object Error",
                "Stale Object Error : You and another user were working on this at the same"
                        + " time. The other user finished before you did, so your work was not saved.");
        put(
                6000,
                "A business validation error has occurred while processing your request",
                "Business Validation Error");
        put(6010, "AccountType or AccountSubType needed", "One of AccountType and AccountSubType is required.");
        put(6060, "OpenBalanceDate needed", "OpenBalanceDate is required with an opening balance.");
        put(6070, "Amount calculation incorrect in the request", "Amount is not equal to UnitPrice * Qty.");
        put(
                6080,
                "No Name Provided",
                "At least one of Title, GivenName, MiddleName, FamilyName, DisplayName or" + " Suffix is required.");
        put(6090, "Discount is missing", "A discount line needs an amount or a percentage.");
        put(6100, "Invalid Line TaxCode in the request", "Valid line TaxCodes for US should be TAX or NON.");
        put(6110, "Transaction cannot be updated", "Merchant service transactions cannot be updated.");
        put(6120, "Transaction cannot be deleted", "Merchant service transactions cannot be deleted.");
        put(6130, "BillWithParent cannot be changed", "BillWithParent cannot be changed with open transactions.");
        put(
                6140,
                "Duplicate Document Number Error",
                "Duplicate Document Number Error : You must specify a different"
                        + " number. This number has already been used.");
        put(6150, "Parent missing", "A job needs a ParentRef, and a ParentRef needs Job.");
        put(6160, "Invalid tax code", "CustomSalesTax cannot be used.");
        put(6170, "Tax detail not allowed", "TxnTaxDetail may not be given with NotApplicable.");
        put(6180, "Too many levels", "More than five levels are not allowed.");
        put(
                6190,
                "Invalid Company Status",
                "Subscription period has ended or canceled or there was a billing problem"
                        + " : You can't add data to QuickBooks Online Plus because your trial or subscription period ended,"
                        + " you canceled your subscription, or there was a billing problem. To update your subscription,"
                        + " click the gear icon and view your account information.");
        put(6200, "Account Period Closed", "The account period has closed and the account books cannot be updated.");
        put(
                6210,
                "Account Period Closed, Cannot Update Through Services API",
                "The account period has closed and the account books cannot be updated through through the QBO Services"
                        + " API. Please use the QBO website to make these changes.");
        put(
                6220,
                "Delete List Has Balance Error",
                "The entity you are trying to delete has an open balance. : This"
                        + " customer cannot be deleted because it has a non-zero balance");
        put(6230, "Invalid tax code", "CustomSalesTax cannot be used.");
        put(6240, "Duplicate Name Exists Error", "The name supplied already exists. : null");
        put(6250, "InvalidSalesCustomer", "The customer is missing or inactive.");
        put(
                6270,
                "Transaction date is prior to start date for inventory item",
                "Transactions with inventory (QOH)"
                        + " products cant be dated earlier than the Inventory Start Date for the product");
        put(6280, "Unbilled charges", "The customer has unbilled charges.");
    }

    private static void more() {
        put(6020, "Upload length error", "The length of the upload is wrong.");
        put(6030, "Upload too large", "The upload is too large.");
        put(6040, "Invalid metadata type", "The metadata of the upload is not valid.");
        put(6041, "Invalid file", "The file of the upload is not valid.");
        put(6050, "Invalid reference type", "The reference of the upload is not valid.");
        put(6290, "Employee needed", "NameOf Employee needs an EmployeeRef.");
        put(6300, "Vendor needed", "NameOf Vendor needs a VendorRef.");
        put(6310, "Customer needed", "Billable time needs a CustomerRef.");
        put(6330, "Hourly rate needed", "Billable time needs an HourlyRate.");
        put(6350, "Time missing", "Either hours and minutes or a start and end time are needed.");
        put(6370, "Start after end", "The start time is after the end time.");
        put(6390, "Time given twice", "Hours and minutes cannot be given with a start and end time.");
        put(6400, "Linked purchase", "The purchase is linked.");
        put(6420, "Email address is required", "An email address is required.");
        put(6430, "Invalid account type used", "Invalid account type used");
        put(6440, "Line detail missing", "The line has no detail of its DetailType.");
        put(6450, "Void of a settled transaction", "A settled transaction cannot be voided.");
        put(6460, "Deposit mismatch", "The deposit does not match.");
        put(6470, "Invalid tax detail", "The tax detail is not valid.");
        put(6480, "Matched Transaction Delete Error", "A matched transaction cannot be deleted.");
        put(6490, "Invalid budget", "The budget is not valid.");
        put(6520, "Invalid quantity", "The quantity is not valid.");
        put(6530, "Raw card number", "Card numbers are not allowed.");
        put(
                6540,
                "Deposited Transaction cannot be changed",
                "This transaction has been deposited. If you want to"
                        + " change or delete it, you must edit the deposit it appears on and remove it first.");
    }
}
